import type { Lexicons } from './lexicons.ts'
import type { Address, Asked } from './understood.ts'

/** What `understand` knows of language and places; loaded by an edge and handed in. */
export type Knowledge = {
  readonly lexicons: Lexicons
  /** Finds an address in a normalised text; undefined when it holds none. */
  readonly locate?: (text: string, asked: Asked) => Address | undefined
}
