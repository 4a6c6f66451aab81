import type { CaseFile } from '../../core/casework/case-file.ts'
import type { Agreed } from '../../core/casework/plan.ts'
import type { Day, Instant } from '../../core/time.ts'
import type { JobOrder } from './jobs.ts'
import type { CaseRef, ConversationKey, ConversationRef, Recipient, TurnStatus } from './turns.ts'

/**
 * What a turn writes besides itself: data, carried out in the same transaction in this order. A new
 * kind must be given its statement in edge/storage/turn-writes.ts, or it does not compile.
 */
export type Write =
  | {
      readonly kind: 'open_case'
      readonly file: CaseFile
      readonly conversation: ConversationRef
      readonly channel: string
      readonly at: Instant
    }
  | { readonly kind: 'update_case'; readonly file: CaseFile; readonly at: Instant }
  | {
      readonly kind: 'case_event'
      readonly case: CaseRef
      /** Code of what happened. */
      readonly what: string
      readonly at: Instant
      /** Ids and codes only. */
      readonly detail: Readonly<Record<string, unknown>>
      /** Words of the resident: sealed. */
      readonly words?: string
    }
  /** A complaint (投诉), for those who lead the street of the case. */
  | {
      readonly kind: 'bring_complaint'
      readonly id: string
      readonly case: CaseRef
      readonly dueOn: Day
      readonly at: Instant
    }
  /** What the household said to the plan that it was asked about; `id`: of the call to whose plan it is. */
  | {
      readonly kind: 'answer_plan'
      readonly id: string
      readonly case: CaseRef
      /** Null = words to an answer given before. */
      readonly answer: Agreed | null
      readonly words: string | null
      readonly at: Instant
    }
  /** The resident has spoken: what its adviser had put aside (稍后) is back. */
  | { readonly kind: 'wake_case'; readonly case: CaseRef }
  | {
      readonly kind: 'raise_alert'
      readonly id: string
      readonly district: string
      readonly street: string | null
      readonly case: string | null
      readonly conversation: ConversationRef
      readonly tier: 'watch' | 'high' | 'imminent'
      readonly type: string
      readonly at: Instant
    }
  | { readonly kind: 'set_job'; readonly job: JobOrder }
  /** From now on the resident is written to at another address. */
  | {
      readonly kind: 'move_home'
      readonly ref: ConversationRef
      readonly key: ConversationKey
      readonly home: Recipient
    }
  | { readonly kind: 'cancel_job'; readonly bucket: number; readonly id: string }
  /** An earlier message that was pending has its answer, or went to a person. */
  | {
      readonly kind: 'settle'
      readonly ref: ConversationRef
      readonly seq: number
      readonly status: TurnStatus
    }
  /** The conversation's key and all its words; what belongs to its cases as well. */
  | {
      readonly kind: 'erase'
      readonly ref: ConversationRef
      readonly before: number
      readonly cases: readonly CaseRef[]
      readonly at: Instant
    }
