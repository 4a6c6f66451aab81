import type { Compiled } from './compile.ts'
import { type Mapped, replaceIn } from './mapped.ts'
import { isSpelled, soundsOf, syllablesIn } from './syllable.ts'

/** A message in letters alone: 「zhuan ren gong」, 「mei you」. */
const LETTERS = /^[a-z][a-z\s'.!?,]{0,39}$/u

/**
 * A whole message spelled in letters (拼音) becomes the phrase that it spells, if it is a known one; so do
 * words in the middle of a sentence (「我没gongzuo」) and one after the other (「lao gong you da wo」).
 */
export function spokenOut(mapped: Mapped, compiled: Compiled): Mapped {
  if (!LETTERS.test(mapped.text)) return withWords(mapped, compiled)
  const phrase = phrasesOf(compiled, ['spelled']).get(keyOf(mapped.text.split(/[^a-z]+/u)))
  return phrase === undefined ? withWords(mapped, compiled) : replaceIn(mapped, ALL, phrase)
}

const ALL = /^.{1,40}$/gu
/** Letters with single blanks between them, as syllables are typed. */
const RUN = /(?<![a-z'])[a-z]{1,40}(?: [a-z]{1,6}){0,40}(?![a-z'])/gu

function withWords(mapped: Mapped, compiled: Compiled): Mapped {
  const runs = new Set(Array.from(mapped.text.matchAll(RUN), ([run]) => run))
  let spoken = mapped
  for (const run of runs) {
    if (run.length < SHORTEST || !run.split(' ').every(isSpelled)) continue
    const said = saidBy(run, compiled)
    if (said !== undefined) spoken = replaceIn(spoken, wholly(run), said)
  }
  return spoken
}

/** Shorter runs are English or a grade: ok, a, he. */
const SHORTEST = 4
/** Longest word of the lists, in syllables. */
const LONGEST = 6

/** A run with its known words in characters; undefined when it holds no word of two syllables. */
function saidBy(run: string, compiled: Compiled): string | undefined {
  const words = phrasesOf(compiled, ['spelled_words', 'spelled_inside'])
  const heard = syllablesIn(run)
  let [said, known, at] = ['', false, 0]
  while (at < heard.length) {
    let length = Math.min(LONGEST, heard.length - at)
    const next = () =>
      words.get(
        heard
          .slice(at, at + length)
          .map((s) => s.sound)
          .join(' '),
      )
    while (length > 1 && next() === undefined) length--
    const word = next()
    known ||= length > 1
    said += word ?? ` ${run.slice(heard[at]?.at, heard[at + 1]?.at).trim()} `
    at += length
  }
  return known ? said.replace(/ {2}/gu, ' ').trim() : undefined
}

function wholly(run: string): RegExp {
  return new RegExp(`(?<![a-z'])${run}(?![a-z'])`, 'gu')
}

function keyOf(tokens: readonly string[]): string {
  return tokens.flatMap((token) => syllablesIn(token).map((s) => s.sound)).join(' ')
}

const known = new WeakMap<Compiled, Map<string, ReadonlyMap<string, string>>>()

/** Each phrase of some lists by its syllables, made once. */
function phrasesOf(compiled: Compiled, lists: readonly string[]): ReadonlyMap<string, string> {
  const made = known.get(compiled) ?? new Map<string, ReadonlyMap<string, string>>()
  known.set(compiled, made)
  const name = lists.join(' ')
  const before = made.get(name)
  if (before !== undefined) return before
  const phrases = lists.flatMap(compiled.listed)
  const sounds = new Map(phrases.map((phrase) => [soundsOf(phrase), phrase]))
  made.set(name, sounds)
  return sounds
}
