import type { Staff } from '../../core/people/role.ts'
import type { Day } from '../../core/time.ts'
import type { FileRecord, HouseholdHead } from './household-files.ts'

/** Register of advisers (顾问备案), with what they did, and the households that are helped first (重点帮扶). */
export type Register = {
  readonly read: (staff: Staff, ask: RegisterAsk) => Promise<ReadRegister>
  /** Registered since that day, or not any more. Leads only; throws `not_allowed`, `stale`. */
  readonly setRegistered: (staff: Staff, adviser: string, what: Registration) => Promise<void>
  /** Marks a household to be helped first; the same id again is the same mark. */
  readonly markHousehold: (staff: Staff, household: string, mark: KeyMark) => Promise<FileRecord>
  readonly endMark: (
    staff: Staff,
    household: string,
    at: { readonly id: string; readonly version: number; readonly reason: string },
  ) => Promise<FileRecord>
}

/** Service records are counted in these days. */
type RegisterAsk = { readonly from: Day; readonly to: Day }

type Registration = { readonly on: Day | null; readonly version: number }

type KeyMark = { readonly id: string; readonly adviser: string; readonly why: string }

export type RegisteredAdviser = {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly streets: readonly string[]
  /** Day of the registration; null = not registered. */
  readonly on: Day | null
  /** 0 = nobody has said anything yet. */
  readonly version: number
  /** Service records in these days (帮扶次数), and how many households they were for. */
  readonly helps: number
  readonly households: number
}

type KeyHousehold = {
  readonly record: FileRecord
  readonly head: HouseholdHead
  /** Service records for it in these days. */
  readonly helps: number
}

export type ReadRegister = {
  readonly advisers: readonly RegisteredAdviser[]
  readonly keys: readonly KeyHousehold[]
}

/** What the store of the register does. */
export type AdviserBook = {
  readonly advisers: (staff: Staff, ask: RegisterAsk) => Promise<readonly RegisteredAdviser[]>
  readonly setRegistered: (staff: Staff, adviser: string, what: Registration) => Promise<void>
  /** Service records of each household in these days. */
  readonly helpsOf: (
    staff: Staff,
    households: readonly string[],
    ask: RegisterAsk,
  ) => Promise<ReadonlyMap<string, number>>
}
