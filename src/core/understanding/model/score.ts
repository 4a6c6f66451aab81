import type { Compiled } from '../compile.ts'
import { addFeatures } from './features.ts'
import { BUCKETS, type Ngram } from './ngrams.ts'
import { sigmoid } from './sigmoid.ts'
import type { StoredClass } from './weights.ts'

/** A stored class ready for use: one look-up for each feature. */
export type Scorer = { readonly name: string; readonly bias: number; readonly at: Float32Array }

export function scorerOf(stored: StoredClass): Scorer {
  const at = new Float32Array(BUCKETS)
  let bucket = 0
  stored.steps.forEach((step, i) => {
    bucket += step
    at[bucket] = (stored.weights[i] ?? 0) * stored.scale
  })
  return { name: stored.name, bias: stored.bias, at }
}

/** How likely a text belongs to the class, 0 to 1. */
export function score(scorer: Scorer, ngrams: readonly Ngram[]): number {
  let sum = 0
  let squares = 0
  for (const { bucket, weight } of ngrams) {
    sum += (scorer.at[bucket] ?? 0) * weight
    squares += weight * weight
  }
  return sigmoid(scorer.bias + sum / Math.sqrt(Math.max(1, squares)))
}

/** The same for a text whose features nobody asks for. */
export function scoreText(scorer: Scorer, text: string, compiled: Compiled): number {
  const { sum, squares } = addFeatures(text, compiled, scorer.at)
  return sigmoid(scorer.bias + sum / Math.sqrt(Math.max(1, squares)))
}

/** The features that spoke loudest for the class, at most five: why the text was scored so. */
export function strongest(scorer: Scorer, ngrams: readonly Ngram[]): readonly string[] {
  return ngrams
    .map(({ text, bucket, weight }) => ({ text, says: (scorer.at[bucket] ?? 0) * weight }))
    .filter((n) => n.says > 0)
    .sort((a, b) => b.says - a.says)
    .slice(0, 5)
    .map((n) => n.text)
}
