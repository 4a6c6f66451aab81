import type { Compiled } from '../compile.ts'
import { type Ngram, ngramsOf } from './ngrams.ts'
import { shapeOf } from './shape.ts'
import { signsOf } from './signs.ts'

/** All that the trained layer sees of a normalised text: its characters, and what its words are about. */
export function featuresOf(text: string, compiled: Compiled): readonly Ngram[] {
  return [...ngramsOf(shapeOf(text, compiled)), ...signsOf(text, compiled)]
}
