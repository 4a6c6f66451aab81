import type { Compiled } from '../compile.ts'
import { type Mapped, spanOf } from '../mapped.ts'
import type { Crisis, CrisisType } from '../understood.ts'
import { featuresOf } from './features.ts'
import { type Scorer, score, scorerOf, scoreText, strongest } from './score.ts'
import type { Weights } from './weights.ts'
import { windowsOf } from './windows.ts'
import { withoutGreeting } from './without-greeting.ts'

/** The trained layer's own opinion. It stands beside the rules and knows nothing of them. */
export type Sensed = {
  /** How likely somebody is in danger, 0 to 1. */
  readonly danger: number
  readonly type: CrisisType
  /** The features that spoke loudest. */
  readonly because: readonly string[]
  readonly span: readonly [number, number]
}

/** The most alarming stretch of a message, as the model reads it. */
export function senseDanger(heard: Mapped, weights: Weights, compiled: Compiled): Sensed {
  const { danger, types } = scorersOf(weights)
  const { window, danger: value } = worstOf(heard, danger, compiled)
  const ngrams = featuresOf(window.text, compiled)
  const likely = types.reduce<{ type: CrisisType; value: number }>(
    (best, scorer) => {
      const own = score(scorer, ngrams)
      return own > best.value ? { type: scorer.name as CrisisType, value: own } : best
    },
    { type: 'distress', value: 0 },
  )
  return {
    danger: value,
    type: likely.type,
    because: strongest(danger, ngrams),
    span: spanOf(window, 0, window.text.length),
  }
}

/** The stretch that sounds most like danger, and how likely it is after doubt. */
export function worstOf(heard: Mapped, danger: Scorer, compiled: Compiled) {
  let worst = { value: -1, window: heard }
  for (const window of windowsOf(withoutGreeting(heard, compiled))) {
    const value = scoreText(danger, window.text, compiled)
    if (value > worst.value) worst = { value, window }
  }
  const { window, value } = worst
  const likely = READABLE.test(heard.text) ? doubted(value, heard.text.length) : 0
  return { window, danger: likely }
}

/** Two Chinese characters at least: of other writing the examples hold too little to judge by. */
const READABLE = /[一-鿿].{0,200}[一-鿿]/

/** A letter of many stretches has as many chances to sound like danger (Bonferroni's correction). */
function doubted(likely: number, length: number): number {
  return Math.max(0, 1 - (1 - likely) * Math.max(1, length / MESSAGE))
}

/** Longer than nearly every message that is typed in a chat, in characters. */
const MESSAGE = 60

/** What was sensed as a tier: the model may say `high`, never `imminent`, and lowers nothing. */
export function alarmOf(sensed: Sensed, weights: Weights): Crisis {
  if (sensed.danger < weights.watch) return { tier: 'none' }
  return {
    tier: sensed.danger >= weights.high ? 'high' : 'watch',
    type: sensed.type,
    rule: `ngrams:${sensed.because.join('·')}`,
    span: sensed.span,
    confidence: Number(sensed.danger.toFixed(2)),
  }
}

type Scorers = { readonly danger: Scorer; readonly types: readonly Scorer[] }

const ready = new WeakMap<Weights, Scorers>()

/** Unpacked once for each value of the weights. */
function scorersOf(weights: Weights): Scorers {
  const before = ready.get(weights)
  if (before !== undefined) return before
  const made = { danger: scorerOf(weights.danger), types: weights.types.map(scorerOf) }
  ready.set(weights, made)
  return made
}
