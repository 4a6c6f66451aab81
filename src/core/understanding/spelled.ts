import type { Compiled } from './compile.ts'
import { type Mapped, replaceIn } from './mapped.ts'
import { syllables } from './slots/closeness.ts'

/** A message in letters alone: 「zhuan ren gong」, 「mei you」. */
const LETTERS = /^[a-z][a-z\s'.!?,]{0,39}$/u

/** A whole message spelled in letters (拼音) becomes the phrase that it spells, if it is a known one. */
export function spokenOut(mapped: Mapped, compiled: Compiled): Mapped {
  if (!LETTERS.test(mapped.text)) return mapped
  const phrase = phrasesOf(compiled).get(mapped.text.replace(/[^a-z]/gu, ''))
  return phrase === undefined ? mapped : replaceIn(mapped, /^.{1,40}$/gu, phrase)
}

const known = new WeakMap<Compiled, ReadonlyMap<string, string>>()

/** Each phrase of the list `spelled` by its letters, made once. */
function phrasesOf(compiled: Compiled): ReadonlyMap<string, string> {
  const before = known.get(compiled)
  if (before !== undefined) return before
  const phrases = compiled.list('spelled').source.slice('(?:'.length, -1).split('|')
  const made = new Map(phrases.map((phrase) => [syllables(phrase).join(''), phrase]))
  known.set(compiled, made)
  return made
}
