import type { Compiled } from './compile.ts'
import { type Mapped, replaceIn } from './mapped.ts'

/** A message in English: letters, and no character. */
const HAN = /[一-鿿]/u
const WORD = /[a-z']+/gu
/** Fewer words are a name or a command, which other rules hear. */
const FEWEST = 3
/** Below this share of known words it is some other language. */
const KNOWN = 0.5
/** Longest phrase of the list, in words. */
const LONGEST = 6

/**
 * An English message word by word, with the list's Chinese in the place of what it knows: rough, but danger and
 * needs are heard in it. Words that it does not know stay.
 */
export function glossed(mapped: Mapped, { english }: Compiled): Mapped {
  if (english.size === 0 || HAN.test(mapped.text)) return mapped
  const straight = replaceIn(mapped, /[’‘]/gu, "'")
  const words = Array.from(straight.text.matchAll(WORD), (m) => m[0])
  if (words.length < FEWEST) return mapped
  const phrases = phrasesIn(words, english)
  const known = phrases.reduce((sum, phrase) => sum + phrase.split(' ').length, 0)
  if (known < words.length * KNOWN) return mapped
  return [...new Set(phrases)]
    .sort((a, b) => b.length - a.length)
    .reduce(
      (text, phrase) => replaceIn(text, patternOf(phrase), english.get(phrase) ?? ''),
      straight,
    )
}

/** The known phrases of a message, the longest at each place. */
function phrasesIn(words: readonly string[], english: ReadonlyMap<string, string>): string[] {
  const found: string[] = []
  let at = 0
  while (at < words.length) {
    let length = Math.min(LONGEST, words.length - at)
    while (length > 0 && !english.has(words.slice(at, at + length).join(' '))) length--
    if (length > 0) found.push(words.slice(at, at + length).join(' '))
    at += Math.max(1, length)
  }
  return found
}

/** With the blank behind it, which between characters would part what belongs together. */
function patternOf(phrase: string): RegExp {
  return new RegExp(`(?<![a-z'])${phrase}(?![a-z']) ?`, 'gu')
}
