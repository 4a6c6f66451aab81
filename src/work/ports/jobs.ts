import type { Instant } from '../../core/time.ts'

/** What the house will do by itself. Each kind has its deed in work/rounds/. */
export type JobKind =
  | 'answer'
  | 'deliver'
  | 'erase'
  | 'check_in'
  | 'quiet'
  | 'late_transfer'
  | 'suggest'
  | 'read_photo'
  | 'fetch_media'
  | 'take_back'
  | 'tell_undelivered'
  | 'claim_talk'
  | 'claim_code'

/** A job to be put; an earlier one of the same id is replaced. */
export type JobOrder = {
  readonly bucket: number
  /** Made from what it does: `answer:<conversation>:<seq>`, `deliver:<conversation>` … */
  readonly id: string
  readonly kind: JobKind
  readonly dueAt: Instant
  /** Ids, codes and numbers only. */
  readonly detail: JobDetail
}

export type JobDetail = {
  readonly conversation: string
  readonly seq?: number
  readonly case?: string
  readonly file?: string
  /** Kind of the flow that begins, of a `check_in`. */
  readonly flow?: 'after_close'
}

export type Job = JobOrder & {
  /** How often it was tried before. */
  readonly tries: number
  /** The lease. Whoever outlives it holds nothing: what it then puts away stays as it is. */
  readonly heldUntil: Instant
}

/** Named due things. A job is held by a lease of seconds: whoever dies with it loses it soon. */
export type Jobs = {
  /** Due and free jobs, oldest first, now held until `until`. No two callers get the same one. */
  readonly claim: (now: Instant, until: Instant, limit: number) => Promise<readonly Job[]>
  /** One that is free and due, or will be by `ahead`. */
  readonly claimOne: (
    bucket: number,
    id: string,
    now: Instant,
    until: Instant,
    ahead?: Instant,
  ) => Promise<Job | null>
  /** Takes it away. False when it was ordered anew meanwhile: then it is free again, and due. */
  readonly finish: (job: Job) => Promise<boolean>
  /** Back into the row, due later, with that many tries behind it. */
  readonly postpone: (job: Job, dueAt: Instant, tries: number) => Promise<void>
  /** Tried too often: stays in the table, never due, counted by `dead`. */
  readonly bury: (job: Job) => Promise<void>
  readonly put: (orders: readonly JobOrder[]) => Promise<void>
  readonly dead: () => Promise<number>
}
