import type { HeardNeed } from '../../casework/case-file.ts'
import type { Person, Preset } from '../../events/incoming.ts'
import type { IndicatorCode } from '../../indicators.ts'
import type { Urgency } from '../../routing/urgency.ts'
import type { Instant } from '../../time.ts'
import type { Money } from '../../understanding/understood.ts'
import type { WordingKey } from '../flow/wordings.ts'

/** What the machine remembers between messages: XState's context, plain JSON. */
export type Memory = {
  readonly answers: Readonly<Record<string, Kept>>
  /** The question that waits for an answer. */
  readonly open: Open | null
  /** A question beside the flow (correcting, withdrawing, resuming): it waits first. */
  readonly aside: Open | null
  /** Steps that were asked, in order, for 返回. */
  readonly trail: readonly string[]
  /** Steps that speak or act once. */
  readonly done: readonly string[]
  /** Misses at the open question. */
  readonly tries: number
  /** Where the junction sends the talk next. */
  readonly target: string | null
  /** Values the story stated, by slot: confirmed instead of asked. */
  readonly stated: Readonly<Record<string, Value>>
  /** What the file holds of this person, shown to be confirmed; null = looked for, and nothing came; absent = not looked for. */
  readonly filed?: Filed | null
  readonly heard: readonly HeardNeed[]
  readonly urgency: Urgency
  readonly crisis: {
    readonly tier: 'high' | 'imminent'
    readonly type: string
    readonly rule: string
  } | null
  readonly wantsPerson: boolean
  readonly caseRef: CaseRef | null
  /** The talk began about a case that was closed. */
  readonly ofClosed?: true
  /** The adviser who has the case. */
  readonly adviser: Person | null
  readonly preset: Preset | null
  /** Rung of the silence ladder that comes next. */
  readonly rung: number
  readonly askedAt: Instant
  /** Which of several wordings was heard, by step; `met`: answered, left open or misunderstood since. */
  readonly wordings?: Readonly<Record<string, { readonly key: WordingKey; readonly met?: true }>>
  /** When the chat was last opened and something said to it; absent = never. */
  readonly welcomedAt?: Instant
  /** The indicator question that the adaptive block chose. */
  readonly picked: string | null
  /** Indicators that the adviser wants asked, and no others; absent = the flow decides. */
  readonly wanted?: readonly IndicatorCode[] | null
  /** The step whose words lead on from here (「现在就交」) were said: what stands between is not asked. */
  readonly left?: string | null
  readonly parked: boolean
  readonly outcome: string | null
  /** Bundles that the talk stood on before it went over to its own, newest first; absent = none. */
  readonly was?: readonly string[]
  /** The release that took it over last. */
  readonly movedBy?: number
}

/** By slot: what was told before, and when. */
export type Filed = Readonly<Record<string, { readonly value: Value; readonly at: Instant }>>

export type CaseRef = {
  readonly id: string
  readonly number: string
  readonly openedAt: Instant
  readonly status: 'unfinished' | 'waiting' | 'closed'
}

/** What waits for the next message. */
export type Open = {
  readonly step: string
  readonly mode: Mode
  /** Understood but not yet confirmed. */
  readonly held?: Value
  /** Option keys that fit equally well. */
  readonly between?: readonly string[]
  /** The slot that a correction is about. */
  readonly slot?: string
}

const MODES = [
  'ask',
  'confirm',
  'heard',
  'reflect',
  'pick',
  'between',
  'zero',
  'correct',
  'which',
  'withdraw',
  'resume',
  'restart',
] as const

export type Mode = (typeof MODES)[number]

export type AddressValue = {
  /** As the resident wrote it. */
  readonly text: string
  readonly district?: string
  readonly street?: string
  readonly committee?: string
  readonly sure: boolean
  readonly options?: readonly {
    readonly street: string
    readonly committee?: string
    readonly label: string
  }[]
}

export type Value = string | number | readonly string[] | Money | AddressValue

export type Basis = 'answer' | 'story' | 'prefill'

export type Kept =
  | {
      readonly step: string
      readonly at: Instant
      readonly basis: Basis
      readonly value: Value
    }
  | {
      readonly step: string
      readonly at: Instant
      readonly basis: 'skip' | 'refuse' | 'unsure' | 'misses'
    }

export const EMPTY: Memory = {
  answers: {},
  open: null,
  aside: null,
  trail: [],
  done: [],
  tries: 0,
  target: null,
  stated: {},
  heard: [],
  urgency: 'normal',
  crisis: null,
  wantsPerson: false,
  caseRef: null,
  adviser: null,
  preset: null,
  rung: 0,
  askedAt: 0,
  picked: null,
  parked: false,
  outcome: null,
}

export function answerOf(memory: Memory, slot: string): Value | undefined {
  const kept = memory.answers[slot]
  return kept && 'value' in kept ? kept.value : undefined
}

/** What the next message answers. */
export const waiting = (memory: Memory): Open | null => memory.aside ?? memory.open
