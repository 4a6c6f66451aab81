import type { Assessment } from '../../core/assessment/assess.ts'
import type { HeardNeed } from '../../core/casework/case-file.ts'
import type { DeskEvent } from '../../core/casework/desk-event.ts'
import type { RevealReason } from '../../core/casework/desk-lists.ts'
import type { Kin, MaskedPart, Member } from '../../core/casework/member.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Day, Instant } from '../../core/time.ts'
import type { FileKind } from './files.ts'
import type { FileRecord, HouseholdHead, Named } from './household-files.ts'

/** What is done with one file as a whole. Each call sees what this person may see, like HouseholdFiles. */
export type HouseholdDeeds = {
  /** Of one's streets, the longest without a service first; at most 300. */
  readonly silent: (
    staff: Staff,
    since: { readonly servedSince: Day; readonly heardSince: Instant },
  ) => Promise<readonly SilentHousehold[]>
  /** A new member (version null) or the next version; found by name, phone and identity number from then on. */
  readonly saveMember: (staff: Staff, household: string, member: SavedMember) => Promise<FileRecord>
  /** Name, phone and address of who first asked, as checked; beside what the talk said. Audited with the reason. */
  readonly correctPerson: (
    staff: Staff,
    household: string,
    what: Partial<Record<'name' | 'phone' | 'address', string>>,
    reason: string,
  ) => Promise<void>
  /** A masked part, whole. `member` null = who first asked. Audited with the reason. */
  readonly reveal: (
    staff: Staff,
    household: string,
    member: string | null,
    part: MaskedPart,
    reason: RevealReason,
  ) => Promise<string | null>
  /** What stands in the talks of all its requests, the newest request first. */
  readonly talksOf: (staff: Staff, household: string) => Promise<readonly HouseholdTalk[]>
  /** Every assessment of every request, oldest first. */
  readonly assessmentsOf: (staff: Staff, household: string) => Promise<readonly CaseAssessment[]>
  /** The lines of all its requests, newest first. */
  readonly eventsOf: (staff: Staff, household: string) => Promise<readonly HouseholdEvent[]>
  /** Every version of every record, newest first. */
  readonly changesOf: (staff: Staff, household: string) => Promise<readonly RecordVersionLine[]>
  /** Who looked into the file or one of its requests, newest first; at most 20. */
  readonly readersOf: (staff: Staff, household: string) => Promise<readonly Reading[]>
  /** Other files that share a phone, a flat or an identity number with this one. */
  readonly alikeOf: (staff: Staff, household: string) => Promise<readonly Alike[]>
  /** Joins `other` and all that was joined to it. Throws `stale` when either was joined meanwhile. */
  readonly join: (staff: Staff, household: string, other: string, deed: Joining) => Promise<void>
  /** Says that two files that look alike are of two households. */
  readonly refuse: (staff: Staff, household: string, other: string, deed: Joining) => Promise<void>
  /** Takes out again what one joining brought. Throws `not_found`, `stale`. */
  readonly part: (staff: Staff, household: string, joining: string) => Promise<void>
  /** Notes that the file, or a part of it, left the house. */
  readonly noteExport: (
    staff: Staff,
    household: string,
    what: { readonly purpose: string; readonly parts: readonly string[] },
  ) => Promise<void>
}

export type SavedMember = {
  readonly id: string
  readonly version: number | null
  readonly state: string
  readonly kin: Kin
  readonly member: Member
}

export type HouseholdTalk = {
  readonly number: string
  readonly openedAt: Instant
  readonly channel: string
  readonly name: string | null
  /** Whole: mask before it is shown. */
  readonly phone: string | null
  readonly address: string | null
  readonly story: string | null
  readonly heard: readonly HeardNeed[]
  readonly files: readonly TalkFile[]
}

export type TalkFile = {
  readonly id: string
  readonly kind: FileKind
  readonly bytes: number
  readonly at: Instant
}

export type CaseAssessment = {
  readonly number: string
  readonly seq: number
  readonly kind: 'first_pass' | 'confirmed'
  readonly at: Instant
  /** Null = the bot. */
  readonly by: string | null
  readonly assessment: Assessment
}

export type HouseholdEvent = DeskEvent & { readonly number: string }

export type RecordVersionLine = Pick<FileRecord, 'id' | 'kind' | 'state' | 'version' | 'at'> & {
  readonly by: Named
  readonly body: unknown
}

export type Reading = { readonly by: Named; readonly act: string; readonly at: Instant }

export const ALIKE_BY = ['phone', 'home', 'idNumber'] as const

export type AlikeBy = (typeof ALIKE_BY)[number]

export type Alike = { readonly head: HouseholdHead; readonly by: readonly AlikeBy[] }

export type Joining = { readonly id: string; readonly reason: string }

/** In grave need, without a service and without a word of its own for long (沉默的少数). */
export type SilentHousehold = {
  readonly household: string
  /** Day of the last service; null = never. */
  readonly served: Day | null
  /** When it wrote or asked last. */
  readonly heard: Instant | null
}
