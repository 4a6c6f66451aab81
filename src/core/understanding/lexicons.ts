import type { Who } from '../people/kin.ts'
import type { Act, CrisisType, HeardCode, Polarity, Tier } from './understood.ts'

/**
 * The words and patterns of one language, as plain data. A pattern is a regular expression that may
 * name a word list as `<list>`; it holds no unbounded repetition, so matching stays linear.
 */
export type Lexicons = {
  /** Content hash of all files. */
  readonly version: string
  /** Named lists of alternatives for use in patterns: `<list>`. */
  readonly words: Readonly<Record<string, readonly string[]>>
  /** Single characters of other varieties, replaced before anything else. */
  readonly characters: Readonly<Record<string, string>>
  /** Dialect words (方言) and typing slips (错别字), in order. */
  readonly rewrites: readonly Rewrite[]
  readonly kin: readonly KinRule[]
  readonly acts: readonly ActRule[]
  /** Answers to yes/no questions; the first that fits wins. */
  readonly yes_no: readonly AnswerRule[]
  /** Answers to 「您现在安全吗」; the first that fits wins. */
  readonly safety: readonly AnswerRule[]
  readonly crisis: readonly CrisisRule[]
  /** What a frame does to a crisis type; `default` for the types not named. */
  readonly lowering: Readonly<
    Record<Frame, Readonly<Partial<Record<CrisisType | 'default', Tier>>>>
  >
  readonly frames: readonly FrameRule[]
  readonly needs: readonly NeedRule[]
  readonly stated: readonly StatedRule[]
  /** What words are about, for the trained layer: a name and its words. */
  readonly signs?: Readonly<Record<string, readonly string[]>>
  /** English words and phrases, and a Chinese one that is heard like them. */
  readonly english?: Readonly<Record<string, string>>
}

type Rule = {
  readonly id: string
  readonly pattern: string
  /** The rule is silent where this is found in the same stretch of text. */
  readonly unless?: string
  /** What the rule listens for, in plain words, for those who edit it. */
  readonly says?: string
}

type Rewrite = { readonly id: string; readonly from: string; readonly to: string }

type KinRule = { readonly id: string; readonly who: Who; readonly pattern: string }

export type ActRule = Rule & {
  readonly act: Act
  /** The longest bare text (no punctuation, no particles) in which it may fire. */
  readonly max?: number
  /** The pattern must cover the whole bare text. */
  readonly whole?: boolean
}

export type AnswerRule = Rule & {
  readonly act: Act
  readonly also?: Act
  readonly whole?: boolean
}

export type CrisisRule = Rule & {
  readonly type: CrisisType
  readonly tier: Exclude<Tier, 'none'>
  /** Fires only if this is found anywhere in the message. */
  readonly with?: string
  /** Fires only if this is found in the clause or in two around it. */
  readonly near?: string
  /** Silent where this is found in the clause or in two around it. */
  readonly far?: string
}

/**
 * How a clause frames what it says: denied, past, feared, supposed, from the news, about a stranger, well again, of
 * another time of life, by somebody who is gone, about a thing or an animal.
 */
export const FRAMES = [
  'negated',
  'past',
  'feared',
  'supposed',
  'media',
  'bereaved',
  'over',
  'bygone',
  'gone',
  'thing',
] as const

export type Frame = (typeof FRAMES)[number]

/** What else the words of a clause may show; these lower no alarm by themselves. */
export const MORE_FRAMES = [
  'denied',
  'now',
  'still',
  'somebody',
  'asked',
  'hypothetical',
  'household',
  'shown',
  'near',
] as const

export type FrameRule = {
  readonly id: string
  readonly frame: Frame | (typeof MORE_FRAMES)[number]
  readonly pattern: string
}

export type NeedRule = Rule & {
  readonly code: HeardCode
  readonly who?: Who
  /** Fixed polarity, e.g. absent for 「退休金够用的」. */
  readonly polarity?: Polarity
  readonly confidence?: number
  /** Fires only if this is found anywhere in the message. */
  readonly with?: string
}

/** An amount of a story next to a word that says what it is for. */
export type StatedRule = Rule & {
  readonly slot: 'income_monthly' | 'expense_monthly' | 'expense_once_min' | 'debt'
}
