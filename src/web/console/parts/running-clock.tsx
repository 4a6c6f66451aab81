import type { QueueRow } from '../../../core/contract/desk/queue.ts'
import { say } from '../../shared/texts.ts'
import { Ticking } from './ticking.tsx'

type Props = { readonly row: Pick<QueueRow, 'acknowledge' | 'contact' | 'tries' | 'status'> }

/** The clock that ends first of those that still run: being taken (接手), or the first contact (首次联系). */
export function RunningClock({ row: { acknowledge, contact, tries, status } }: Props) {
  if (status === 'closed' || status === 'withdrawn') return null
  const running = [
    { name: 'acknowledge', ...acknowledge },
    { name: 'contact', ...contact },
  ].filter(({ met }) => met === null)
  const [first] = running.sort((a, b) => Date.parse(a.due) - Date.parse(b.due))
  if (!first) return <span className="soft">{say('clock.done')}</span>
  if (first.paused) return <span className="soft">{say('clock.paused', { tries })}</span>
  return <Ticking name={first.name} due={first.due} />
}
