import type { Compiled } from '../compile.ts'
import { addNgrams, type Ngram, ngramsOf, type Sums } from './ngrams.ts'
import { shapeOf } from './shape.ts'
import { eachSign, signsOf } from './signs.ts'

/** All that the trained layer sees of a normalised text: its characters, and what its words are about. */
export function featuresOf(text: string, compiled: Compiled): readonly Ngram[] {
  return [...ngramsOf(shapeOf(text, compiled)), ...signsOf(text, compiled)]
}

/** What they add up to under the weights of a class. */
export function addFeatures(text: string, compiled: Compiled, at: Float32Array): Sums {
  const sums = { sum: 0, squares: 0 }
  addNgrams(shapeOf(text, compiled), at, sums)
  eachSign(text, compiled, (bucket, weight) => {
    sums.sum += (at[bucket] ?? 0) * weight
    sums.squares += weight * weight
  })
  return sums
}
