import type { Assessment } from '../assessment/assess.ts'
import { type Clock, dueTimes } from '../routing/clocks.ts'
import { clockClass } from '../routing/urgency.ts'
import type { Instant } from '../time.ts'
import type { Memory } from './machine/memory.ts'
import type { Setting } from './setting.ts'

/** When the clocks of the case end: by danger and urgency first, then by the grade's upper end. */
export function caseDue(
  setting: Setting,
  memory: Memory,
  openedAt: Instant,
  assessment: Assessment | null,
): Record<Clock, Instant> {
  const grade = assessment?.grade ?? assessment?.gradeRange[1]
  const tier = memory.crisis?.tier ?? 'none'
  const kind = clockClass({ tier, urgency: memory.urgency, ...(grade ? { grade } : {}) })
  return dueTimes(openedAt, kind, setting.house.clocks, setting.house.town.calendar)
}
