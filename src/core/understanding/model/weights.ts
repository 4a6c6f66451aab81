import type { Ngram } from './ngrams.ts'

/** A class that was learned, as it is stored: only the buckets that count, as small whole numbers. */
export type StoredClass = {
  readonly name: string
  readonly bias: number
  /** A stored weight times `scale` is the weight. */
  readonly scale: number
  /** Buckets in rising order, each as its distance from the one before. */
  readonly steps: readonly number[]
  /** -127 to 127, one for each bucket. */
  readonly weights: readonly number[]
}

/** What `hearth train` builds from the examples of one language. */
export type Weights = {
  /** Content hash of the examples that were learned from. */
  readonly examples: string
  /** From here on the model raises an alarm; chosen in folds, never on the part kept for measuring. */
  readonly high: number
  /** From here on it leaves a note for the adviser. */
  readonly watch: number
  /** In danger or not. */
  readonly danger: StoredClass
  /** Which danger, if it is one: a class for each type, learned from dangers alone. */
  readonly types: readonly StoredClass[]
}

/** How much each feature of a text weighs: together 1, so that long and short texts are alike. */
export function sharesOf(ngrams: readonly Ngram[]): readonly number[] {
  const squares = ngrams.reduce((sum, n) => sum + n.weight * n.weight, 0)
  const norm = Math.sqrt(Math.max(1, squares))
  return ngrams.map((n) => n.weight / norm)
}
