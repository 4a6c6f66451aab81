import { type Assessment, assess } from '../assessment/assess.ts'
import type { IndicatorCode } from '../indicators.ts'
import { type Instant, shanghai } from '../time.ts'
import { factsOf } from './facts.ts'
import type { Memory } from './machine/memory.ts'
import type { Setting } from './setting.ts'

/** The first-pass assessment (初评) of what has been answered so far. */
export function assessmentOf(setting: Setting, memory: Memory, now: Instant): Assessment {
  const { model, parameters } = setting.house
  const context = { day: shanghai(now).day, parameters, decided: decidedBy(setting, memory) }
  return assess(model, factsOf(memory), context)
}

/**
 * Needs of the story whose read-back says what the indicator asks, so that a yes settles it: 没有稳定的工作,
 * 孩子上学有难处, 身边没人帮衬. An illness or a lack of money alone says too little and is asked for.
 */
const SETTLED_BY_YES: readonly IndicatorCode[] = ['emp', 'edu', 'soc']

/** A need that was read back and confirmed counts, as long as its own question has no answer. */
function decidedBy(setting: Setting, memory: Memory): Partial<Record<IndicatorCode, boolean>> {
  const asked = new Set(
    Object.values(setting.questions).flatMap(({ question }) =>
      'indicator' in question && memory.answers[question.into] ? [question.indicator] : [],
    ),
  )
  const codes = SETTLED_BY_YES.filter(
    (code) =>
      !asked.has(code) &&
      memory.heard.some(
        (need) => need.code === code && need.polarity === 'present' && need.confirmed,
      ),
  )
  return Object.fromEntries(codes.map((code) => [code, true]))
}
