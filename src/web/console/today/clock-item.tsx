import { Link } from 'react-router'
import type { TodayView } from '../../../core/contract/office/today.ts'
import { useSignal } from '../../shared/use-signal.ts'
import { second } from '../api/server-time.ts'
import { timeWords } from '../parts/length-words.ts'
import { say } from './texts.ts'

/** A running clock of one of my cases; it ticks. */
export function ClockItem({ item }: { readonly item: TodayView['clocks'][number] }) {
  const { number, name, clock, due, crisis } = item
  const left = Date.parse(due) - useSignal(second)
  const values = { clock: say(`clock.${clock}`), time: timeWords(Math.abs(left)) }
  return (
    <li className={left < 0 ? 'today-item late' : 'today-item'}>
      <Link
        to={clock === 'plan' ? `/households/${number}/plan` : `/cases/${number}`}
      >{`${name ?? say('nobody')} ${number}`}</Link>{' '}
      {crisis && <span className="tag strong">{say('crisis')}</span>}{' '}
      <span className="when">{say(left < 0 ? 'late' : 'left', values)}</span>
    </li>
  )
}
