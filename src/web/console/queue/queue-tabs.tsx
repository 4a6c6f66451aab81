import { Select } from 'antd'
import { NavLink, useNavigate } from 'react-router'
import { say as sayMain } from '../../shared/texts.ts'
import type { Me } from '../api/desk.ts'
import { say } from '../roster/texts.ts'

type Props = { readonly me: Me; readonly owner: string }

/** Whose cases: the street's queue, mine, all that is open, or those of one colleague. */
export function QueueTabs({ me, owner }: Props) {
  const go = useNavigate()
  const own = me.streets.map(({ code }) => code)
  const people = me.colleagues.filter(({ streets }) => streets.some((each) => own.includes(each)))
  return (
    <nav className="queue-tabs line" aria-label={say('tabs.label')}>
      <NavLink to="/queue">{say('tabs.street')}</NavLink>
      <NavLink to="/mine">{sayMain('nav.mine')}</NavLink>
      <NavLink to="/team" aria-current={owner === '' ? undefined : false}>
        {say('tabs.team')}
      </NavLink>
      {people.length > 1 && (
        <Select
          aria-label={say('tabs.person')}
          className="person-tab"
          placeholder={say('tabs.choose')}
          value={owner === '' ? null : owner}
          onChange={(id: string) => go(`/team?owner=${id}`)}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </nav>
  )
}
