import { BUCKETS, type Ngram } from './ngrams.ts'
import { sigmoid } from './sigmoid.ts'
import { type StoredClass, sharesOf } from './weights.ts'

/** The features of a training text, laid out for the inner loop: where they are, and how much each weighs. */
export type Text = { readonly buckets: Uint32Array; readonly shares: Float64Array }

/** A training text and whether it belongs to the class. */
export type Sample = { readonly text: Text; readonly isIn: boolean }

/** How often the samples are gone through, and how small a weight (of 127) is not worth storing. */
export type Care = { readonly epochs: number; readonly least: number }

/** Whether there is danger: 8 to 30 passes do equally well in cross-validation. */
export const DANGER: Care = { epochs: 12, least: 5 }
/** Which danger it is: an easier question, and the file stays small. */
export const TYPE: Care = { epochs: 5, least: 30 }

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
  const used = usedBuckets(uneven)
  const rows = rowsOf(samples, uneven, used)
  const table = new Float64Array(2 * used.length)
  const bias = { value: 0, square: 0 }
  for (let epoch = 0; epoch < care.epochs; epoch++) {
    for (const i of shuffled(rows.length, SEED + epoch)) {
      const row = rows[i]
      if (row !== undefined) step(row, table, bias)
    }
  }
  const weights = new Float64Array(BUCKETS)
  used.forEach((bucket, i) => {
    weights[bucket] = (table[2 * i] ?? 0) * (uneven[bucket] ?? 0)
  })
  return stored(name, bias.value, weights, care.least)
}

/** What `learn` takes of the features of a text. */
export function textOf(ngrams: readonly Ngram[]): Text {
  return {
    buckets: Uint32Array.from(ngrams, (n) => n.bucket),
    shares: Float64Array.from(sharesOf(ngrams)),
  }
}

/** The buckets that count for something: a third of all, so that the table stays in the near cache. */
function usedBuckets(uneven: Float64Array): readonly number[] {
  return Array.from(uneven.keys()).filter((bucket) => uneven[bucket] !== 0)
}

/**
 * A sample laid out for the inner loop, which runs some hundred million times: where in the table each
 * feature has its weight (the sum of its squared slopes is beside it), and its scaled share.
 */
type Row = { readonly places: Uint32Array; readonly shares: Float64Array; readonly isIn: boolean }

function rowsOf(
  samples: readonly Sample[],
  uneven: Float64Array,
  used: readonly number[],
): readonly Row[] {
  const placeOf = new Uint32Array(BUCKETS)
  used.forEach((bucket, i) => {
    placeOf[bucket] = 2 * i
  })
  return samples.map(({ text, isIn }) => {
    const places = new Uint32Array(text.buckets.length)
    const shares = new Float64Array(text.buckets.length)
    let kept = 0
    for (let i = 0; i < text.buckets.length; i++) {
      const bucket = text.buckets[i] ?? 0
      const share = (text.shares[i] ?? 0) * (uneven[bucket] ?? 0)
      if (share === 0) continue
      places[kept] = placeOf[bucket] ?? 0
      shares[kept] = share
      kept++
    }
    return { places: places.subarray(0, kept), shares: shares.subarray(0, kept), isIn }
  })
}

/**
 * For each bucket 0.8 + 0.2 |log ratio|; 0 for those that too few texts have. With halves of each, rare
 * features weigh more and a few more look-alikes are taken for danger (cross-validation).
 */
function unevenness(samples: readonly Sample[]): Float64Array {
  const inside = new Float64Array(BUCKETS)
  const outside = new Float64Array(BUCKETS)
  for (const { text, isIn } of samples) {
    const counts = isIn ? inside : outside
    for (const bucket of text.buckets) counts[bucket] = (counts[bucket] ?? 0) + 1
  }
  const total = (counts: Float64Array) => counts.reduce((a, b) => a + b, BUCKETS)
  const [ofInside, ofOutside] = [total(inside), total(outside)]
  return inside.map((n, b) => {
    const m = outside[b] ?? 0
    if (n + m < FEWEST_TEXTS) return 0
    return 0.8 + 0.2 * Math.abs(Math.log((n + 1) / ofInside / ((m + 1) / ofOutside)))
  })
}

function step(
  { places, shares, isIn }: Row,
  table: Float64Array,
  bias: { value: number; square: number },
): void {
  let sum = bias.value
  for (let i = 0; i < places.length; i++) sum += (table[places[i] ?? 0] ?? 0) * (shares[i] ?? 0)
  const error = (sigmoid(sum) - (isIn ? 1 : 0)) * (isIn ? CLASS_WEIGHT : 1)
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0
    const before = table[place] ?? 0
    const slope = error * (shares[i] ?? 0) + SHRINK * before
    const square = (table[place + 1] ?? 0) + slope * slope
    table[place] = before - (STEP * slope) / Math.sqrt(square + NOT_ZERO)
    table[place + 1] = square
  }
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
