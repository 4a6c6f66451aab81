import { NavLink } from 'react-router'
import { say } from '../../shared/texts.ts'
import { useQueue } from '../api/desk.ts'
import { OfficeNav } from '../office-nav.tsx'
import { say as sayToday } from '../today/texts.ts'
import { useStreet } from './use-street.ts'

/** 待领取 12 · 我的个案 7: where the work is. */
export function MainNav() {
  const [street] = useStreet()
  const queue = useQueue({ status: 'waiting', street }).data
  return (
    <nav className="main-nav" aria-label={say('nav.label')}>
      <NavLink to="/" end>
        <span>{sayToday('nav')}</span>
      </NavLink>
      <NavLink to="/queue">
        <span>{say('nav.queue')}</span>
        <span className="count">{queue?.lists.waiting}</span>
        {queue && queue.counts.overdue > 0 && (
          <span className="count late">{say('nav.late', { count: queue.counts.overdue })}</span>
        )}
      </NavLink>
      <NavLink to="/mine">
        <span>{say('nav.mine')}</span>
        <span className="count">{queue?.lists.mine}</span>
      </NavLink>
      <OfficeNav />
    </nav>
  )
}
