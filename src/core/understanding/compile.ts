import type { Who } from '../people/kin.ts'
import type {
  ActRule,
  AnswerRule,
  CrisisRule,
  FrameRule,
  Lexicons,
  NeedRule,
  StatedRule,
} from './lexicons.ts'
import { type Sieve, sieveOf, sift } from './sieve.ts'

/** The lexicons with their patterns made into regular expressions. */
export type Compiled = {
  readonly version: string
  readonly characters: Lexicons['characters']
  readonly lowering: Lexicons['lowering']
  readonly english: ReadonlyMap<string, string>
  readonly rewrites: readonly { readonly id: string; readonly from: RegExp; readonly to: string }[]
  readonly kin: readonly { readonly id: string; readonly who: Who; readonly at: RegExp }[]
  readonly acts: readonly Ready<ActRule>[]
  readonly yes_no: readonly Ready<AnswerRule>[]
  readonly safety: readonly Ready<AnswerRule>[]
  readonly crisis: readonly Ready<CrisisRule>[]
  readonly frames: Readonly<Record<FrameRule['frame'], RegExp>>
  readonly needs: readonly Ready<NeedRule>[]
  readonly stated: readonly Ready<StatedRule>[]
  /**
   * Which rules of a list to try on a text. Most messages are short and calm, and one look takes the
   * place of hundreds.
   */
  readonly sieves: Readonly<Record<'rewrites' | 'acts' | 'crisis' | 'needs' | 'kin', Sieve>>
  /** The names of each word of `signs`, and how long the longest word is. */
  readonly signs: {
    readonly names: ReadonlyMap<string, readonly string[]>
    readonly longest: number
  }
  /** What a message begins with before it says anything (您好，打扰了). */
  readonly greeting: RegExp
  /** A word list as one expression, unanchored. */
  readonly list: (name: string) => RegExp
  /** The words of a list that names no patterns. */
  readonly listed: (name: string) => readonly string[]
}

export type Ready<R> = R & {
  readonly at: RegExp
  readonly not?: RegExp
  readonly needs?: RegExp
  /** Of `near` and `far`: looked for in the clause and two around it. */
  readonly around?: RegExp
  readonly apart?: RegExp
}

type Source = {
  readonly pattern: string
  readonly unless?: string
  readonly with?: string
  readonly near?: string
  readonly far?: string
  readonly whole?: boolean
}

const NEVER = /(?!)/u
const known = new WeakMap<Lexicons, Compiled>()

/** Compiled once for each value of the lexicons. A bad pattern throws: the loader checks before. */
export function compile(lexicons: Lexicons): Compiled {
  const before = known.get(lexicons)
  if (before !== undefined) return before
  const made = build(lexicons)
  known.set(lexicons, made)
  return made
}

/** Puts word lists in the place of their names: `<kin>` → `(?:妈妈|爸爸|…)`. Lists may name lists. */
export function expand(pattern: string, words: Lexicons['words'], depth = 0): string {
  if (depth > 5) return pattern
  return pattern.replaceAll(/<([a-z_]+)>/g, (whole, name: string) => {
    const list = Object.hasOwn(words, name) ? words[name] : undefined
    if (list === undefined) return whole
    return `(?:${list.map((word) => expand(word, words, depth + 1)).join('|')})`
  })
}

function build(lexicons: Lexicons): Compiled {
  const expression = (pattern: string, flags = 'u') =>
    new RegExp(expand(pattern, lexicons.words), flags)
  const ready = <R extends Source>(rule: R): Ready<R> => ({
    ...rule,
    at: expression(rule.whole === true ? `^(?:${rule.pattern})$` : rule.pattern),
    ...(rule.unless === undefined ? {} : { not: expression(rule.unless) }),
    ...(rule.with === undefined ? {} : { needs: expression(rule.with) }),
    ...(rule.near === undefined ? {} : { around: expression(rule.near) }),
    ...(rule.far === undefined ? {} : { apart: expression(rule.far) }),
  })
  const sieve = (patterns: readonly string[]) =>
    sieveOf(patterns.map((p) => expand(p, lexicons.words)))
  const frame = (name: FrameRule['frame']) => {
    const patterns = lexicons.frames.filter((f) => f.frame === name).map((f) => f.pattern)
    return patterns.length === 0 ? NEVER : expression(patterns.join('|'))
  }
  return {
    version: lexicons.version,
    characters: lexicons.characters,
    lowering: lexicons.lowering,
    english: new Map(Object.entries(lexicons.english ?? {})),
    rewrites: lexicons.rewrites.map((r) => ({ ...r, from: expression(r.from, 'gu') })),
    kin: lexicons.kin.map((k) => ({ id: k.id, who: k.who, at: expression(k.pattern, 'gu') })),
    acts: lexicons.acts.map(ready),
    yes_no: lexicons.yes_no.map(ready),
    safety: lexicons.safety.map(ready),
    crisis: lexicons.crisis.map(ready),
    needs: lexicons.needs.map(ready),
    stated: lexicons.stated.map(ready),
    frames: {
      negated: frame('negated'),
      past: frame('past'),
      feared: frame('feared'),
      supposed: frame('supposed'),
      denied: frame('denied'),
      media: frame('media'),
      bereaved: frame('bereaved'),
      now: frame('now'),
      asked: frame('asked'),
      hypothetical: frame('hypothetical'),
      household: frame('household'),
      shown: frame('shown'),
      near: frame('near'),
      over: frame('over'),
      bygone: frame('bygone'),
      gone: frame('gone'),
      still: frame('still'),
      thing: frame('thing'),
      somebody: frame('somebody'),
    },
    sieves: {
      rewrites: sieve(lexicons.rewrites.map((r) => r.from)),
      acts: sieve(lexicons.acts.map((r) => r.pattern)),
      crisis: sieve(lexicons.crisis.map((r) => r.pattern)),
      needs: sieve(lexicons.needs.map((r) => r.pattern)),
      kin: sieve(lexicons.kin.map((r) => r.pattern)),
    },
    greeting: expression('^(?:<greeting>[,。.!?~ ]{0,3}){1,4}'),
    signs: signsOf(lexicons.signs ?? {}),
    list: (name) => listOf(lexicons, name),
    listed: (name) => lexicons.words[name] ?? [],
  }
}

function signsOf(signs: NonNullable<Lexicons['signs']>): Compiled['signs'] {
  const names = new Map<string, string[]>()
  for (const [name, words] of Object.entries(signs)) {
    for (const word of words) names.set(word, [...(names.get(word) ?? []), name])
  }
  return { names, longest: Math.max(0, ...[...names.keys()].map((word) => word.length)) }
}

const lists = new WeakMap<Lexicons, Map<string, RegExp>>()

function listOf(lexicons: Lexicons, name: string): RegExp {
  const mine = lists.get(lexicons) ?? new Map<string, RegExp>()
  lists.set(lexicons, mine)
  const made = mine.get(name) ?? new RegExp(expand(`<${name}>`, lexicons.words), 'u')
  mine.set(name, made)
  return made
}

/** The rules of a list that can match a text at all, in their order. */
export function candidates<R>(rules: readonly R[], sieve: Sieve, text: string): readonly R[] {
  return sift(sieve, text).flatMap((i) => rules[i] ?? [])
}
