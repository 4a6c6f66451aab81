import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { type Instant, shanghai } from '../../../core/time.ts'
import type { Reach } from '../../../work/ports/reach.ts'
import type { Texts } from '../texts.ts'
import { iso } from './frame.ts'

/** `还能发 3 条，到周二 14:05`; where nothing can be written, which other way there is. */
export function reachView(
  { say }: Texts,
  reach: Reach,
  hasPhone: boolean,
): CaseView['talk']['reach'] {
  const { state } = reach
  if (state === 'open') {
    const { messages, until } = reach
    const label = say('reach.open', { count: `${messages}`, until: moment(say, until) })
    return { state, messages, until: iso(until), label }
  }
  const other = say(`reach.other.${hasPhone ? 'phone' : 'none'}`)
  return { state, messages: 0, until: null, label: say(`reach.${state}`, { other }) }
}

/** Windows are open for two days at most: the day of the week is enough. */
function moment(say: Texts['say'], at: Instant): string {
  const { weekday, hour, minute } = shanghai(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${say(`reach.weekday.${weekday}`)} ${two(hour)}:${two(minute)}`
}
