import { type Mapped, sliceMapped } from './mapped.ts'

/** One clause with its place in the text it was cut from. */
export type Clause = Mapped & { readonly at: number }

/** Cuts at punctuation and, unless `blanks` is false, at blanks: voice input writes blanks for commas. */
export function clausesOf(mapped: Mapped, blanks = true): readonly Clause[] {
  const cut = blanks ? /[^,。.!?;:\s、…~|/]+(?:\.\d+)?/gu : /[^,。.!?;:\n、…~|/]+/gu
  return Array.from(mapped.text.matchAll(cut), (match) => ({
    ...sliceMapped(mapped, match.index, match.index + match[0].length),
    at: match.index,
  }))
}
