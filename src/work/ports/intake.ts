import type { CaseFile } from '../../core/casework/case-file.ts'
import type { Instant } from '../../core/time.ts'

/** From where cases come that no resident wrote: 12345 work orders, departments, neighbours and clerks. */
export const INTAKE_SOURCES = ['hotline', 'referral', 'report'] as const

type IntakeSource = (typeof INTAKE_SOURCES)[number]

/** A request as another office wrote it down. What it says of a person is not confirmed yet. */
export type Order = {
  readonly source: IntakeSource
  /** The sender's own number of it. */
  readonly number: string
  readonly name: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly text: string
  /** When the sender took it. */
  readonly receivedAt: Instant | null
  /** Until when the sender wants it seen to. */
  readonly dueAt: Instant | null
  /** Of the sender's own list; shown, never decided by. */
  readonly kind: string | null
  /** Department or reporter. */
  readonly from: string | null
}

/** What one order writes, if its number is new. */
export type Taking = {
  readonly order: Order
  readonly file: CaseFile
  readonly alert: TakingAlert | null
  /** Nobody can be written to: an id of the order's own, for its alert. */
  readonly conversation: { readonly bucket: number; readonly id: string }
  readonly at: Instant
}

type TakingAlert = {
  readonly id: string
  readonly tier: 'high' | 'imminent'
  readonly type: string
}

/**
 * opened: a new case. known: the same order again. added: a known number with other words, which
 * stand in the history of its case. number_taken: nothing was written, draw again.
 */
export type Taken =
  | { readonly status: 'opened' | 'known' | 'added'; readonly case: string }
  | { readonly status: 'number_taken' }

/** What a source is told of its order. */
export type ToldKind = 'claimed' | 'contacted' | 'transferred' | 'closed' | 'reopened'

/** One thing that happened to the case of an order, to be told once. */
export type Telling = {
  readonly district: string
  /** Id of the case and number of the line in its history: what is told, exactly. */
  readonly caseId: string
  readonly seq: number
  readonly source: IntakeSource
  readonly order: string
  readonly case: string
  readonly what: ToldKind
  /** 9-digit street where the case is; null while nobody has placed it. */
  readonly street: string | null
  readonly outcome: string | null
  readonly at: Instant
  /** How often it was tried before. */
  readonly tries: number
}

/** Orders, and what their senders are told. */
export type IntakeStore = {
  /** One transaction: order, case, history, alert, audit. */
  readonly take: (taking: Taking) => Promise<Taken>
  /** Puts what happened to the cases of orders into the outbox; gives how much was new. */
  readonly collect: (now: Instant) => Promise<number>
  /** Due tellings, held until `until`; no two callers get the same one. */
  readonly claim: (now: Instant, until: Instant, limit: number) => Promise<readonly Telling[]>
  readonly told: (telling: Telling, at: Instant) => Promise<void>
  readonly postpone: (telling: Telling, dueAt: Instant | null) => Promise<void>
}

/** Tells the source; false: try again later. Never throws. */
export type TellSource = (telling: Telling) => Promise<boolean>
