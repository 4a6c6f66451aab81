import type { Compiled } from '../compile.ts'
import { fnv, type Ngram, placed } from './ngrams.ts'

/** What a text speaks of, as names of `signs.yaml`, each with its place. */
type Sign = { readonly name: string; readonly start: number; readonly end: number }

/** A word of the list counts more than a run of characters: it has been chosen by hand. */
const SIGN_WEIGHT = 1.5
const PAIR_WEIGHT = 1
/** Two signs this far apart, in characters, still tell one thing. */
const REACH = 14
/** Up to this gap one belongs to the other: 「没有 · 饭」. */
const TOUCHING = 1

/**
 * The features beyond the characters: what the text speaks of (`#hit`), and in which order, side by
 * side (`#negation+hit`) or further on (`#drunk>hit`). Each bucket once.
 */
export function signsOf(text: string, compiled: Compiled): readonly Ngram[] {
  const signs = found(text, compiled)
  const features = new Map<string, Ngram>()
  const add = (name: string, weight: number) => {
    if (!features.has(name)) {
      features.set(name, { text: name, bucket: placed(fnv(name)), weight })
    }
  }
  signs.forEach((sign, i) => {
    add(`#${sign.name}`, SIGN_WEIGHT)
    for (const next of signs.slice(i + 1)) {
      if (next.start - sign.end > REACH) break
      if (next.start === sign.start) continue
      const how = next.start - sign.end <= TOUCHING ? '+' : '>'
      add(`#${sign.name}${how}${next.name}`, PAIR_WEIGHT)
    }
  })
  return [...features.values()]
}

/** The longest word at each place; what stands inside a longer word is not looked at: 打电话, 打. */
function found(text: string, { signs }: Compiled): readonly Sign[] {
  const kept: Sign[] = []
  let covered = 0
  for (let start = 0; start < text.length; start++) {
    const word = longestAt(text, start, signs)
    const end = start + word.length
    if (word === '' || end <= covered) continue
    covered = end
    for (const name of signs.names.get(word) ?? []) kept.push({ name, start, end })
  }
  return kept
}

function longestAt(text: string, start: number, { names, longest }: Compiled['signs']): string {
  for (let length = Math.min(longest, text.length - start); length > 0; length--) {
    const word = text.slice(start, start + length)
    if (names.has(word)) return word
  }
  return ''
}
