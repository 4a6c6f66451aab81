import type { CaseStatus } from '../../core/casework/case-file.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Day, Instant } from '../../core/time.ts'
import type { HouseholdDeeds } from './household-deeds.ts'

/** What a list shows of a household (户). */
export type HouseholdHead = {
  readonly id: string
  /** Number of its first case: what people on the phone say. */
  readonly number: string
  readonly street: string | null
  readonly committee: string | null
  readonly name: string | null
  /** Masked. */
  readonly phone: string | null
  readonly adviser: Named | null
  /** As confirmed last, else as the bot found; of the newest case that has one. */
  readonly grade: string | null
  readonly confirmed: boolean
  readonly cases: readonly HouseholdCase[]
  readonly openedAt: Instant
  readonly sample: boolean
}

export type Named = { readonly id: string; readonly name: string }

export type HouseholdCase = {
  readonly id: string
  readonly number: string
  readonly status: CaseStatus
  readonly openedAt: Instant
  readonly grade: string | null
}

/** One record of a file: what it is about, where it stands, who has to do what until when. */
export type FileRecord = {
  readonly id: string
  /** Household it was written for; may have been joined to the one that was opened. */
  readonly household: string
  readonly kind: string
  readonly state: string
  readonly open: boolean
  readonly owner: Named | null
  readonly dueOn: Day | null
  readonly day: Day | null
  readonly case: string | null
  readonly group: string | null
  /** In fen. */
  readonly amount: number | null
  /** Ids, codes and numbers. */
  readonly detail: Readonly<Record<string, unknown>>
  /** What was written; null after an erasure. */
  readonly body: unknown
  readonly version: number
  readonly by: Named
  readonly at: Instant
  readonly changedBy: Named
  readonly changedAt: Instant
}

export type NewRecord = {
  /** UUID made by who writes: the same one again is the same record. */
  readonly id: string
  readonly kind: string
  readonly state?: string
  readonly owner?: string | null
  readonly dueOn?: Day | null
  readonly day?: Day | null
  readonly case?: string | null
  readonly group?: string | null
  readonly amount?: number | null
  readonly detail?: Readonly<Record<string, unknown>>
  readonly body: unknown
}

/** What is left out stays as it is. */
export type RecordChange = Partial<Omit<NewRecord, 'id' | 'kind' | 'case' | 'group'>>

export type RecordWrite =
  | { readonly add: NewRecord }
  | { readonly id: string; readonly version: number; readonly change: RecordChange }

export type RecordsAsk = {
  readonly kinds: readonly string[]
  /** Only those in which something is to be done. */
  readonly open?: boolean
  /** Due on this day or before. */
  readonly dueUntil?: Day
  /** About these days. */
  readonly from?: Day
  readonly to?: Day
  readonly owner?: string
  readonly street?: string
  readonly group?: string
  /** At most 500. */
  readonly most?: number
}

export type PastRecord = Pick<FileRecord, 'version' | 'state' | 'detail' | 'body' | 'at'> & {
  readonly by: Named
}

/**
 * The files of households. Everybody sees those of own streets only; others throw `not_found`. Opening a file is
 * audited, and so is every change.
 */
export type HouseholdFiles = HouseholdDeeds & {
  /** By its id, the id of one that was joined to it, or the number of any of its cases. Audited. */
  readonly openHousehold: (staff: Staff, idOrNumber: string) => Promise<HouseholdHead>
  /** Heads for a list; those that are not theirs are left out. */
  readonly headsOf: (staff: Staff, ids: readonly string[]) => Promise<readonly HouseholdHead[]>
  /** By number, name, or the last four digits of a phone. */
  readonly findHouseholds: (staff: Staff, typed: string) => Promise<readonly HouseholdHead[]>
  readonly setAdviser: (staff: Staff, household: string, adviser: string | null) => Promise<void>

  /** Of the file and of all that were joined to it, newest first. */
  readonly listRecords: (
    staff: Staff,
    household: string,
    kinds?: readonly string[],
  ) => Promise<readonly FileRecord[]>
  /** Across households, soonest due first, then newest day. */
  readonly findRecords: (staff: Staff, ask: RecordsAsk) => Promise<readonly FileRecord[]>
  /** Throws `bad_request` for a state that its kind does not have. */
  readonly addRecord: (staff: Staff, household: string, record: NewRecord) => Promise<FileRecord>
  /** One deed for many households: a row each, tied by `group`; all or none. */
  readonly addToAll: (
    staff: Staff,
    households: readonly { readonly household: string; readonly id: string }[],
    record: Omit<NewRecord, 'id'>,
  ) => Promise<readonly FileRecord[]>
  /** Throws `stale` {version}, `not_found`, `bad_request` for a move that its kind does not know. */
  readonly changeRecord: (
    staff: Staff,
    household: string,
    id: string,
    version: number,
    change: RecordChange,
  ) => Promise<FileRecord>
  /** Several records of one file, all or none; each as above. */
  readonly writeTogether: (
    staff: Staff,
    household: string,
    writes: readonly RecordWrite[],
  ) => Promise<readonly FileRecord[]>
  /** Earlier versions, newest first. */
  readonly pastOf: (staff: Staff, household: string, id: string) => Promise<readonly PastRecord[]>
}
