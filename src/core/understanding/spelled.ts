import type { Compiled } from './compile.ts'
import { type Mapped, replaceIn } from './mapped.ts'
import { syllables } from './slots/closeness.ts'

/** A message in letters alone: 「zhuan ren gong」, 「mei you」. */
const LETTERS = /^[a-z][a-z\s'.!?,]{0,39}$/u

/**
 * A whole message spelled in letters (拼音) becomes the phrase that it spells, if it is a known one; so do
 * words in the middle of a sentence (「我没gongzuo」).
 */
export function spokenOut(mapped: Mapped, compiled: Compiled): Mapped {
  if (!LETTERS.test(mapped.text)) return withWords(mapped, compiled)
  const phrase = phrasesOf(compiled, 'spelled').get(mapped.text.replace(/[^a-z]/gu, ''))
  return phrase === undefined ? mapped : replaceIn(mapped, /^.{1,40}$/gu, phrase)
}

/** A run of letters as long as the shortest word of the list, between Chinese characters. */
const RUN = /(?<![a-z])[a-z]{4,14}(?![a-z])/gu

function withWords(mapped: Mapped, compiled: Compiled): Mapped {
  if (!HAN.test(mapped.text)) return mapped
  const words = phrasesOf(compiled, 'spelled_inside')
  const runs = new Set(Array.from(mapped.text.matchAll(RUN), ([run]) => run))
  let spoken = mapped
  for (const run of runs) {
    const word = words.get(run)
    if (word !== undefined) {
      spoken = replaceIn(spoken, new RegExp(`(?<![a-z])${run}(?![a-z])`, 'gu'), word)
    }
  }
  return spoken
}

const HAN = /[一-鿿]/

const known = new WeakMap<Compiled, Map<string, ReadonlyMap<string, string>>>()

/** Each phrase of a list by its letters, made once. */
function phrasesOf(compiled: Compiled, list: string): ReadonlyMap<string, string> {
  const lists = known.get(compiled) ?? new Map<string, ReadonlyMap<string, string>>()
  known.set(compiled, lists)
  const before = lists.get(list)
  if (before !== undefined) return before
  const phrases = compiled.list(list).source.slice('(?:'.length, -1).split('|')
  const made = new Map(phrases.map((phrase) => [syllables(phrase).join(''), phrase]))
  lists.set(list, made)
  return made
}
