import type { Lexicons } from './lexicons.ts'
import type { Weights } from './model/weights.ts'
import type { Address, Asked } from './understood.ts'

/** What `understand` knows of language and places; loaded by an edge and handed in. */
export type Knowledge = {
  readonly lexicons: Lexicons
  /** What was learned from examples; without it the rules listen alone. */
  readonly weights?: Weights
  /** Finds an address in a normalised text; undefined when it holds none. */
  readonly locate?: (text: string, asked: Asked) => Address | undefined
}
