import { BUCKETS, type Ngram } from './ngrams.ts'
import { sigmoid } from './sigmoid.ts'
import { type StoredClass, sharesOf } from './weights.ts'

/** A training text: its features and whether it belongs to the class. */
export type Sample = { readonly ngrams: readonly Ngram[]; readonly isIn: boolean }

/** How often the samples are gone through, and how small a weight (of 127) is not worth storing. */
export type Care = { readonly epochs: number; readonly least: number }

/** Whether there is danger: 8 to 30 passes do equally well in cross-validation. */
export const DANGER: Care = { epochs: 12, least: 5 }
/** Which danger it is: an easier question, and the file stays small. */
export const TYPE: Care = { epochs: 5, least: 15 }

/** First step of AdaGrad. 0.5 learns the train part by heart, 0.2 does better on the dev part. */
const STEP = 0.2
/** L2: pulls every weight that is touched towards zero. */
const SHRINK = 3e-5
/** One text of the class counts as much as two others: a miss is worse than a false alarm. */
const CLASS_WEIGHT = 2
/** Any fixed number: the same examples must give the same bytes. */
const SEED = 20_261_121
/** A feature of one text only is a name or a slip, no sign. */
const FEWEST_TEXTS = 2
/**
 * L2 logistic regression by AdaGrad in a fixed order. Each feature is first scaled by how unevenly
 * the class and the rest use it (the log-count ratio of Wang & Manning, 2012: "Baselines and
 * Bigrams"), which on few short texts does clearly better than plain counts.
 */
export function learn(name: string, samples: readonly Sample[], care: Care = DANGER): StoredClass {
  const uneven = unevenness(samples)
  const weights = new Float64Array(BUCKETS)
  const squares = new Float64Array(BUCKETS)
  const bias = { value: 0, square: 0 }
  const shares = samples.map((s) => sharesOf(s.ngrams).map((v, i) => v * at(uneven, s.ngrams[i])))
  for (let epoch = 0; epoch < care.epochs; epoch++) {
    for (const i of shuffled(samples.length, SEED + epoch)) {
      const sample = samples[i]
      const share = shares[i]
      if (sample !== undefined && share !== undefined) step(sample, share, weights, squares, bias)
    }
  }
  return stored(
    name,
    bias.value,
    weights.map((w, b) => w * (uneven[b] ?? 0)),
    care.least,
  )
}

function at(table: Float64Array, ngram: Ngram | undefined): number {
  return ngram === undefined ? 0 : (table[ngram.bucket] ?? 0)
}

/** For each bucket ½ + ½ |log ratio|; 0 for those that too few texts have. */
function unevenness(samples: readonly Sample[]): Float64Array {
  const inside = new Float64Array(BUCKETS)
  const outside = new Float64Array(BUCKETS)
  for (const { ngrams, isIn } of samples) {
    const counts = isIn ? inside : outside
    for (const { bucket } of ngrams) counts[bucket] = (counts[bucket] ?? 0) + 1
  }
  const total = (counts: Float64Array) => counts.reduce((a, b) => a + b, BUCKETS)
  const [ofInside, ofOutside] = [total(inside), total(outside)]
  return inside.map((n, b) => {
    const m = outside[b] ?? 0
    if (n + m < FEWEST_TEXTS) return 0
    return 0.5 + 0.5 * Math.abs(Math.log((n + 1) / ofInside / ((m + 1) / ofOutside)))
  })
}

function step(
  sample: Sample,
  shares: readonly number[],
  weights: Float64Array,
  squares: Float64Array,
  bias: { value: number; square: number },
): void {
  let sum = bias.value
  sample.ngrams.forEach(({ bucket }, i) => {
    sum += (weights[bucket] ?? 0) * (shares[i] ?? 0)
  })
  const error = (sigmoid(sum) - (sample.isIn ? 1 : 0)) * (sample.isIn ? CLASS_WEIGHT : 1)
  sample.ngrams.forEach(({ bucket }, i) => {
    const before = weights[bucket] ?? 0
    const slope = error * (shares[i] ?? 0) + SHRINK * before
    const square = (squares[bucket] ?? 0) + slope * slope
    squares[bucket] = square
    weights[bucket] = before - (STEP * slope) / Math.sqrt(square + NOT_ZERO)
  })
  bias.square += error * error
  bias.value -= (STEP * error) / Math.sqrt(bias.square + NOT_ZERO)
}

const NOT_ZERO = 1e-8

/** Fisher–Yates with a linear congruential generator (Numerical Recipes' constants). */
function shuffled(length: number, seed: number): readonly number[] {
  const order = Array.from({ length }, (_, i) => i)
  let state = seed >>> 0
  for (let i = length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const j = Math.floor((state / 0x1_0000_0000) * (i + 1))
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
  return order
}

/** Rounded to 8 bits; what is hardly there is left out. */
function stored(name: string, bias: number, weights: Float64Array, least: number): StoredClass {
  const largest = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0)
  const scale = Number((largest / 127 || 1).toPrecision(6))
  const steps: number[] = []
  const small: number[] = []
  let before = 0
  weights.forEach((weight, bucket) => {
    const rounded = Math.round(weight / scale)
    if (Math.abs(rounded) < least) return
    steps.push(bucket - before)
    small.push(rounded)
    before = bucket
  })
  return { name, bias: Number(bias.toFixed(4)), scale, steps, weights: small }
}
