import type { Assessment } from '../assessment/assess.ts'
import type { Route } from '../routing/route.ts'
import type { Urgency } from '../routing/urgency.ts'
import type { Instant } from '../time.ts'
import type { HeardIndicator } from '../understanding/understood.ts'

/** The four stages of a case (个案), in order: 需求受理, 精准评估, 服务分流, 个案管理. */
export const STAGES = ['intake', 'assessment', 'routing', 'casework'] as const

export type Stage = (typeof STAGES)[number]

/** unfinished = 未完成求助: enough to call back, but the resident did not send it off. */
export const CASE_STATUSES = ['unfinished', 'waiting', 'claimed', 'closed', 'withdrawn'] as const

export type CaseStatus = (typeof CASE_STATUSES)[number]

/** All that the dialog knows of a request when it hands it over. Personal: sealed at rest. */
export type CaseFile = {
  readonly id: string
  readonly number: string
  readonly status: 'unfinished' | 'waiting'
  readonly stage: Stage
  readonly source: string
  readonly openedAt: Instant
  readonly forWhom: 'self' | 'family' | 'neighbour' | null
  readonly subjectAgrees: 'yes' | 'no' | 'unsure' | null
  readonly name: string | null
  readonly phone: string | null
  /** As the resident wrote it; the codes are in `route`. */
  readonly address: string | null
  readonly story: string | null
  readonly urgency: Urgency
  readonly crisis: { readonly tier: string; readonly type: string } | null
  readonly wantsPerson: boolean
  /** Step id at which the resident stopped, for an unfinished one. */
  readonly stoppedAt: string | null
  readonly answers: readonly FiledAnswer[]
  readonly heard: readonly HeardNeed[]
  readonly assessment: Assessment | null
  readonly route: Route
  readonly due: { readonly acknowledge: Instant; readonly contact: Instant }
}

export type FiledAnswer = {
  readonly slot: string
  readonly step: string
  /** The question as it was asked and the answer as it reads, for the adviser. */
  readonly question: string
  readonly reads: string
  readonly value: unknown
  readonly basis: 'answer' | 'story' | 'prefill' | 'skip' | 'refuse' | 'unsure' | 'misses'
  readonly at: Instant
}

/** A need heard in free words. Scores only when confirmed. */
export type HeardNeed = Omit<HeardIndicator, 'span'> & {
  /** The resident's own words, cut from the message. */
  readonly quote: string
  readonly confirmed: boolean | null
}
