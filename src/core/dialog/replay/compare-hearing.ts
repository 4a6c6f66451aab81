import { hearDanger } from '../../understanding/hear-danger.ts'
import type { Knowledge } from '../../understanding/knowledge.ts'
import { understand } from '../../understanding/understand.ts'
import type { Crisis, Tier } from '../../understanding/understood.ts'

/**
 * What becomes of a line, worst first. danger_lost: danger that raised the alarm and raises none any more;
 * rule_lost: no rule hears it any more, only what was learned, and that has learned this very line; danger_lower: it
 * still raises the alarm, less loudly; alarm_new: something calm that raises it now.
 */
export const HEARING_CHANGES = [
  'danger_lost',
  'rule_lost',
  'danger_lower',
  'alarm_new',
  'danger_found',
  'alarm_gone',
  'heard_otherwise',
] as const

export type HeardOtherwise = {
  readonly kind: (typeof HEARING_CHANGES)[number]
  readonly text: string
  readonly was: Heard
  readonly is: Heard
}

/** What is told of how a line was understood: how grave, which danger, which needs. */
export type Heard = {
  readonly tier: Tier
  readonly type: string | null
  /** Raised by what was learned from examples alone. */
  readonly learned: boolean
  readonly needs: readonly string[]
}

export type HeardLine = { readonly text: string; readonly isDanger: boolean }

/** How a line is understood; of a line of danger only the danger, which takes half the time. */
export function hearLine({ text, isDanger }: HeardLine, knowledge: Knowledge): Heard {
  if (isDanger) return heardIn(hearDanger(text, knowledge), [])
  const { crisis, indicators } = understand(text, { expects: 'open', now: 0 }, knowledge)
  const needs = indicators.filter(({ polarity }) => polarity === 'present').map(({ code }) => code)
  return heardIn(crisis, [...new Set(needs)].toSorted())
}

/** A line as it was heard with the words in force and with the new ones; null where nothing changes. */
export function compareHearing(
  { text, isDanger }: HeardLine,
  was: Heard,
  is: Heard,
): HeardOtherwise | null {
  if (JSON.stringify(was) === JSON.stringify(is)) return null
  return { kind: isDanger ? ofDanger(was, is) : ofCalm(was, is), text, was, is }
}

function ofDanger(was: Heard, is: Heard): HeardOtherwise['kind'] {
  if (isAlarm(was) && !isAlarm(is)) return 'danger_lost'
  if (isAlarm(was) && is.learned && !was.learned) return 'rule_lost'
  if (LOUDNESS[is.tier] < LOUDNESS[was.tier]) return 'danger_lower'
  return LOUDNESS[is.tier] > LOUDNESS[was.tier] ? 'danger_found' : 'heard_otherwise'
}

function ofCalm(was: Heard, is: Heard): HeardOtherwise['kind'] {
  if (isAlarm(is) === isAlarm(was)) return 'heard_otherwise'
  return isAlarm(is) ? 'alarm_new' : 'alarm_gone'
}

const LOUDNESS: Readonly<Record<Tier, number>> = { none: 0, watch: 1, high: 2, imminent: 3 }

const isAlarm = ({ tier }: Heard): boolean => tier === 'high' || tier === 'imminent'

const heardIn = (crisis: Crisis, needs: Heard['needs']): Heard => ({
  tier: crisis.tier,
  type: crisis.tier === 'none' ? null : crisis.type,
  learned: crisis.tier !== 'none' && crisis.rule.startsWith('ngrams:'),
  needs,
})
