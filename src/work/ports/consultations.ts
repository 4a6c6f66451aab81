import type {
  Comparable,
  Consultation,
  ConsultationMember,
  Material,
  Opinion,
  Vote,
} from '../../core/casework/consultation.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Day } from '../../core/time.ts'
import type { FileRecord, Named, NewRecord, RecordWrite } from './household-files.ts'

/** A conference as it is kept, with its opinions. */
export type KeptConsultation = {
  readonly record: FileRecord
  readonly opinions: readonly FileRecord[]
  /** Seen only because this person was asked to it. */
  readonly beyond: boolean
}

/** Where conferences are kept. Who was asked to one sees it, also from another street. */
export type ConsultationStore = {
  readonly call: (
    staff: Staff,
    household: string,
    record: NewRecord,
    asked: readonly string[],
  ) => Promise<FileRecord>
  /** Of own streets, and all that this person was asked to; newest first. */
  readonly list: (staff: Staff) => Promise<readonly KeptConsultation[]>
  /** Reading is audited. Throws `not_found`. */
  readonly find: (staff: Staff, id: string) => Promise<KeptConsultation>
  /**
   * One after the other: `what` sees the conference with all opinions as they stand. Writes all or none. Throws
   * `stale`, and what `what` throws.
   */
  readonly change: (
    staff: Staff,
    id: string,
    what: (kept: KeptConsultation) => ConsultationChange,
  ) => Promise<readonly FileRecord[]>
}

type ConsultationChange = {
  readonly writes: readonly RecordWrite[]
  /** Members who see it from now on; who is new among them is called. */
  readonly asked?: readonly string[]
  /** Members whose bell rings (铃): their opinion is awaited, or it is over. */
  readonly rings?: {
    readonly kind: 'consultation_awaits' | 'consultation_concluded'
    readonly to: readonly string[]
  }
}

/** A conference as this person may read it. */
export type ConsultationLine = {
  readonly record: FileRecord
  /** Null after an erasure. */
  readonly body: Consultation | null
  readonly opinions: readonly ShownOpinion[]
  readonly comparable: readonly string[]
  readonly beyond: boolean
  readonly where: {
    readonly household: string | null
    readonly number: string | null
    /** Masked for who is from beyond the street. */
    readonly name: string | null
    readonly street: string | null
  }
}

export type ShownOpinion = Opinion & {
  readonly id: string
  readonly version: number
  readonly by: Named
}

export type CallingConsultation = {
  readonly id: string
  readonly question: string
  /** Until when a conclusion is wanted. */
  readonly dueOn: Day | null
  readonly members: readonly ConsultationMember[]
  readonly materials: readonly Material[]
}

export type Concluding = {
  readonly words: string
  readonly measure: {
    readonly id: string
    readonly words: string
    readonly owner: string
    readonly dueOn: Day
  }
  readonly comparable: readonly Comparable[]
}

type ConsultationsAsk = {
  readonly state?: 'called' | 'open' | 'concluded'
  readonly comparable?: Comparable
}

/** Case conferences (救助会诊): a household that no rule fits is put before several departments. */
export type Consultations = {
  readonly call: (
    staff: Staff,
    household: string,
    what: CallingConsultation,
  ) => Promise<ConsultationLine>
  readonly list: (staff: Staff, ask: ConsultationsAsk) => Promise<readonly ConsultationLine[]>
  readonly ofHousehold: (staff: Staff, household: string) => Promise<readonly ConsultationLine[]>
  readonly read: (staff: Staff, id: string) => Promise<ConsultationLine>
  /** Opens it, or writes on its minutes; people of the street alone. */
  readonly hold: (
    staff: Staff,
    id: string,
    version: number,
    what: {
      readonly minutes: string
      readonly members: readonly ConsultationMember[]
      readonly materials: readonly Material[]
    },
  ) => Promise<ConsultationLine>
  /** One's own, or for a member without an account. Given again, it takes the place of the one before. */
  readonly opine: (
    staff: Staff,
    id: string,
    what: {
      readonly member: string
      readonly vote: Vote
      readonly words: string
    },
  ) => Promise<ConsultationLine>
  /** Ends it, with a measure for the plan. Throws `stale` unless it is open. */
  readonly conclude: (
    staff: Staff,
    id: string,
    version: number,
    what: Concluding,
  ) => Promise<ConsultationLine>
}
