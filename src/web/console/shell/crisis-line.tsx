import { Link } from 'react-router'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { say } from '../../shared/texts.ts'
import { useSignal } from '../../shared/use-signal.ts'
import type { Alert } from '../api/desk.ts'
import { second } from '../api/server-time.ts'
import { stopwatch } from '../parts/length-words.ts'
import { say as sayRoster } from '../roster/texts.ts'

type Props = {
  readonly alert: Alert
  /** How far it has climbed (升级); absent = not yet. */
  readonly level: string | undefined
}

/** One danger: what, where, since when, and the button that takes it. */
export function CrisisLine({ alert, level }: Props) {
  const { id, number, label, streetName, at } = alert
  const take = useDeed(
    () => post(`/api/desk/alerts/${id}/acknowledge`),
    ['alerts', 'queue', 'case'],
  )
  const waited = useSignal(second) - Date.parse(at)
  return (
    <li>
      <span>
        {label}
        {` · ${streetName ?? say('crisis_bar.nowhere')}`}
      </span>
      <span>
        <span className="hidden-words">{say('crisis_bar.waiting')}</span>
        <time dateTime={at}>{stopwatch(waited)}</time>
      </span>
      {level && <span className="climbed">{sayRoster(`level.${level}`)}</span>}
      {number && <Link to={`/cases/${number}`}>{number}</Link>}
      <button type="button" disabled={take.isPending} onClick={() => take.mutate()}>
        {say('crisis_bar.take')}
      </button>
    </li>
  )
}
