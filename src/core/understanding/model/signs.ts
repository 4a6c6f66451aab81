import type { Compiled } from '../compile.ts'
import { fnv, type Ngram, placed } from './ngrams.ts'

/** What a text speaks of: the number of a name of `signs.yaml`, with its place. */
type Sign = { readonly of: number; readonly start: number; readonly end: number }

/** A word of the list counts more than a run of characters: it has been chosen by hand. */
const SIGN_WEIGHT = 1.5
const PAIR_WEIGHT = 1
/** Two signs this far apart, in characters, still tell one thing. */
const REACH = 14
/** Up to this gap one belongs to the other: 「没有 · 饭」. */
const TOUCHING = 1

/**
 * The features beyond the characters: what the text speaks of (`#hit`), and in which order, side by
 * side (`#negation+hit`) or further on (`#drunk>hit`). Each name once.
 */
export function signsOf(text: string, compiled: Compiled): readonly Ngram[] {
  const features: Ngram[] = []
  const { named } = knownOf(compiled.signs)
  eachSign(text, compiled, (bucket, weight, key) =>
    features.push({ text: named(key), bucket, weight }),
  )
  return features
}

/** The same one by one; `key` is the number of the name (see `Known`). */
export function eachSign(
  text: string,
  compiled: Compiled,
  take: (bucket: number, weight: number, key: number) => void,
): void {
  const known = knownOf(compiled.signs)
  const signs = found(text, compiled, known)
  const pass = nextPass(known)
  const once = (key: number, weight: number) => {
    if (known.seen[key] === pass) return
    known.seen[key] = pass
    take(known.buckets[key] ?? 0, weight, key)
  }
  for (let i = 0; i < signs.length; i++) {
    const sign = signs[i]
    if (sign === undefined) continue
    once(sign.of, SIGN_WEIGHT)
    for (let j = i + 1; j < signs.length; j++) {
      const next = signs[j]
      if (next === undefined || next.start - sign.end > REACH) break
      if (next.start === sign.start) continue
      once(known.pair(sign.of, next.of, next.start - sign.end <= TOUCHING), PAIR_WEIGHT)
    }
  }
}

/** Names of features by number: first the signs, then their pairs, side by side and further on. */
type Known = {
  readonly pair: (one: number, next: number, touches: boolean) => number
  readonly named: (key: number) => string
  readonly buckets: Uint32Array
  /** In which pass a name was met last. */
  readonly seen: Uint32Array
  pass: number
  /** The numbers of the signs of each word. */
  readonly of: ReadonlyMap<string, readonly number[]>
  /** How long the words are that begin with a character, longest first. */
  readonly lengths: ReadonlyMap<number, readonly number[]>
}

const ready = new WeakMap<Compiled['signs'], Known>()

function knownOf(signs: Compiled['signs']): Known {
  const before = ready.get(signs)
  if (before !== undefined) return before
  const made = prepared(signs)
  ready.set(signs, made)
  return made
}

function prepared({ names }: Compiled['signs']): Known {
  const all = [...new Set([...names.values()].flat())]
  const count = all.length
  const pair = (one: number, next: number, touches: boolean) =>
    count + (one * count + next) * 2 + (touches ? 0 : 1)
  const named = (key: number) => {
    if (key < count) return `#${all[key]}`
    const rest = (key - count) >> 1
    return `#${all[Math.floor(rest / count)]}${(key - count) % 2 === 0 ? '+' : '>'}${all[rest % count]}`
  }
  const size = count + 2 * count * count
  return {
    pair,
    named,
    buckets: Uint32Array.from({ length: size }, (_, key) => placed(fnv(named(key)))),
    seen: new Uint32Array(size),
    pass: 0,
    of: new Map(Array.from(names, ([word, of]) => [word, of.map((name) => all.indexOf(name))])),
    lengths: lengthsOf([...names.keys()]),
  }
}

function lengthsOf(words: readonly string[]): ReadonlyMap<number, readonly number[]> {
  const made = new Map<number, number[]>()
  for (const word of words) {
    const of = made.get(word.charCodeAt(0)) ?? []
    if (!of.includes(word.length)) made.set(word.charCodeAt(0), [...of, word.length])
  }
  for (const of of made.values()) of.sort((a, b) => b - a)
  return made
}

function nextPass(known: Known): number {
  if (known.pass === 0xffff_ffff) {
    known.pass = 0
    known.seen.fill(0)
  }
  known.pass++
  return known.pass
}

/** The longest word at each place; what stands inside a longer word is not looked at: 打电话, 打. */
function found(text: string, { signs }: Compiled, known: Known): readonly Sign[] {
  const kept: Sign[] = []
  let covered = 0
  for (let start = 0; start < text.length; start++) {
    const word = longestAt(text, start, signs, known)
    const end = start + word.length
    if (word === '' || end <= covered) continue
    covered = end
    for (const of of known.of.get(word) ?? []) kept.push({ of, start, end })
  }
  return kept
}

function longestAt(text: string, start: number, signs: Compiled['signs'], known: Known): string {
  for (const length of known.lengths.get(text.charCodeAt(start)) ?? NONE) {
    if (start + length > text.length) continue
    const word = text.slice(start, start + length)
    if (signs.names.has(word)) return word
  }
  return ''
}

const NONE: readonly number[] = []
