import { INDICATORS } from '../indicators.ts'
import type { Who } from '../people/kin.ts'
import type { Day, Instant } from '../time.ts'

/** What one message was understood to say. Every item carries why (rule), where (span) and how sure. */
export type Understood = {
  /** The message as it came, never changed. */
  readonly raw: string
  /** After normalisation; spans of every item point into `raw`. */
  readonly text: string
  readonly acts: readonly HeardAct[]
  readonly crisis: Crisis
  readonly slots: Slots
  readonly indicators: readonly HeardIndicator[]
  /** Content hash of the lexicons that were used. */
  readonly version: string
}

type Span = readonly [start: number, end: number]

type Because = {
  /** Id of the rule that fired, or `ngrams:` with the strongest ones. */
  readonly rule: string
  readonly span: Span
  /** 0 to 1. */
  readonly confidence: number
  /** Content hash of the lexicons that heard it; stays with the item wherever it is kept. */
  readonly version?: string
}

export const ACTS = [
  'inform',
  'affirm',
  'deny',
  'uncertain',
  'option',
  'complain',
  'ask_info',
  'correct',
  'human',
  'why',
  'thanks',
  'refuse',
  'back',
  'repeat',
  'greet',
  'unclear',
  'pause',
  'resume',
  'skip',
  'restart',
  'erase',
  'status',
  'goodbye',
  'media',
  'progress',
  'larger',
  'urgent',
  'robot',
] as const

export type Act = (typeof ACTS)[number]

export type HeardAct = Because & { readonly act: Act }

/** Rules may only raise a tier; nobody but a person lowers it. */
export const TIERS = ['none', 'watch', 'high', 'imminent'] as const

export type Tier = (typeof TIERS)[number]

export const CRISIS_TYPES = [
  'suicide',
  'violence',
  'child',
  'medical',
  'no_food',
  'no_medicine',
  'no_shelter',
  'fire_gas',
  'missing',
  'distress',
] as const

export type CrisisType = (typeof CRISIS_TYPES)[number]

export type Crisis =
  | { readonly tier: 'none' }
  | (Because & { readonly tier: Exclude<Tier, 'none'>; readonly type: CrisisType })

/** The ten indicators of the assessment and `emo` (distress, which scores nothing). */
export const HEARD_CODES = [...INDICATORS, 'emo'] as const

export type HeardCode = (typeof HEARD_CODES)[number]

export const POLARITIES = ['present', 'absent', 'past', 'hypothetical', 'asked'] as const

export type Polarity = (typeof POLARITIES)[number]

/** A need suggested by free text. It scores nothing until the resident or an adviser confirms it. */
export type HeardIndicator = Because & {
  readonly code: HeardCode
  readonly who: Who
  readonly polarity: Polarity
}

/** Values a message states, by kind. Absent = not stated. */
export type Slots = {
  readonly money?: Money
  /** 1-based numbers of the chosen options; empty = none of them (都不是). */
  readonly choice?: readonly number[]
  /** Two or more options fit equally well: ask which (1-based). */
  readonly choice_between?: readonly number[]
  readonly number?: { readonly value: number; readonly approx?: boolean }
  readonly household_size?: number
  readonly age?: Partial<Record<Who, number>>
  readonly birth_date?: Day
  /** 虚岁: nominal age, one more than the age by birthday. */
  readonly nominal?: boolean
  /** How somebody says that they are called: 我叫王秀英. */
  readonly name?: string
  readonly phone?: string
  /** A number that is no phone number, with how many digits it has. */
  readonly phone_invalid?: { readonly digits: number }
  readonly date?: Day
  readonly date_end?: Day
  /** 1 Monday to 7 Sunday: days that suit, and days that do not (礼拜二四六不行). */
  readonly weekdays?: readonly number[]
  readonly weekdays_not?: readonly number[]
  readonly daypart?: 'am' | 'pm' | 'evening'
  readonly duration_months?: number
  readonly id_number?: string
  readonly id_number_valid?: boolean
  readonly address?: Address
  readonly area_m2?: number
  readonly for_other?: boolean
  /** What a story states besides: income_monthly, expense_monthly, expense_once_min, debt … */
  readonly [stated: string]: unknown
}

/** Yuan. A range stays a range; `parts` are the addends of a sum. */
export type Money = {
  readonly min: number
  readonly max: number
  readonly approx: boolean
  readonly per?: 'month' | 'year' | 'day' | 'once'
  readonly parts?: readonly number[]
}

/** Codes are those of the places data: 6, 9 and 12 digits. */
export type Address = {
  readonly district?: string
  readonly street?: string
  readonly committee?: string
  readonly road?: string
  readonly number?: number
  readonly unit?: '弄' | '号'
  readonly estate?: string
  /** False: ask before it is used. A road's name alone is never sure. */
  readonly sure: boolean
  /** At most five candidates to offer when not sure. */
  readonly options: readonly PlaceOption[]
  readonly why: string
}

export type PlaceOption = {
  readonly street: string
  readonly committee?: string
  readonly label: string
}

export const EXPECTS = [
  'open',
  'yes_no',
  'choice',
  'choices',
  'number',
  'money',
  'age',
  'date',
  'phone',
  'id_number',
  'household',
  'address',
  'crisis_check',
  'text',
  'photos',
] as const

export type Expects = (typeof EXPECTS)[number]

/** What the dialog was waiting for when the message came. */
export type Asked = {
  readonly expects: Expects
  readonly options?: readonly AskedOption[]
  /** For money: what an amount without a period means. */
  readonly per?: 'month' | 'year' | 'once'
  readonly now: Instant
  /** The latest messages of the same person, oldest first, for split typing (at most three). */
  readonly before?: readonly string[]
  /** Where the service is: 4-digit city and 6-digit district, for addresses. */
  readonly city?: string
  readonly district?: string
  /** Kinds of slots that have been answered, newest first, so that a correction finds its target. */
  readonly answered?: readonly { readonly slot: string; readonly expects: Expects }[]
}

export type AskedOption = {
  readonly label: string
  readonly words?: readonly string[]
}
