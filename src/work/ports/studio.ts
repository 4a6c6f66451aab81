import type { Moving } from '../../core/dialog/house.ts'
import type { PlannedMove } from '../../core/dialog/move/plan-moves.ts'
import type { PackedHouse } from '../../core/dialog/pack-house.ts'
import type { Persona } from '../../core/dialog/rehearse/persona.ts'
import type { StandInTalk } from '../../core/dialog/rehearse/stand-in-talk.ts'
import type { Difference } from '../../core/dialog/replay/compare-replays.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Instant } from '../../core/time.ts'
import type { CarriedFlow } from './carrying.ts'
import type {
  Change,
  Draft,
  Findings,
  Person,
  ReleaseRow,
  Right,
  StudioPerson,
} from './documents.ts'
import type { UsageChoices, UsageQuery, UsageSum, WordingSum } from './usage.ts'

export type DocumentEntry = {
  readonly path: string
  readonly title: string
  readonly draft: { readonly by: Person; readonly at: Instant } | null
  /** Release in force that it comes from; null = the file as shipped. */
  readonly published: number | null
  readonly conflict: boolean
}

export type DocumentOpened = DocumentEntry & {
  readonly text: string
  readonly base: string
  readonly shipped: string | null
  readonly version: number
  readonly mayEdit: boolean
}

type Rehearsal = {
  readonly house: PackedHouse
  /** Texts of flows and of stored talks by path: drafts where there are any. */
  readonly flows: Readonly<Record<string, string>>
  readonly talks: Readonly<Record<string, string>>
  readonly personas: readonly Persona[]
  /** Drafts of other documents that cannot be loaded: what is in force stands in their place. */
  readonly leftOut: readonly string[]
}

/** What somebody may do in the studio: by his role, and by what an admin gave him beside it. */
export type May = {
  /** 编辑 */
  readonly edit: boolean
  /** 翻译: documents of other languages only. */
  readonly translate: boolean
  /** 审核发布 */
  readonly decide: boolean
  /** 法务: answers for words of danger and consent. */
  readonly legal: boolean
  /** 只看 */
  readonly read: boolean
}

export type SubmitRelease = {
  readonly paths: readonly string[]
  readonly note: string
  readonly ticked: readonly string[]
}

export type Carried = {
  /** Documents that have a draft now. */
  readonly drafted: readonly string[]
  /** Documents that somebody is changing here in another way: left as they are. */
  readonly conflicts: readonly string[]
}

export type MovesForeseen = {
  readonly people: number
  readonly steps: readonly PlannedMove[]
  /** When it was thought: somebody may have opened it before. */
  readonly at: Instant
}

export type Replay = {
  /** Real talks, and made-up ones where there were not enough. */
  readonly real: number
  readonly sample: number
  /** How many of them differ in the questions, the grade, the queue or urgency, the end. */
  readonly path: number
  readonly grade: number
  readonly queue: number
  readonly ends: number
  readonly differences: readonly Difference[]
  /** When it was played. */
  readonly at: Instant
}

/** What admins and supervisors do with flows, parameters, lexicons … (流程工作室). */
export type Studio = {
  readonly may: (staff: Staff) => Promise<May>
  /** Everybody, with what an admin gave them. */
  readonly rights: (staff: Staff) => Promise<readonly StudioPerson[]>
  readonly setRight: (staff: Staff, right: Right, held: boolean) => Promise<void>
  readonly list: (staff: Staff) => Promise<readonly DocumentEntry[]>
  readonly open: (staff: Staff, path: string) => Promise<DocumentOpened>
  readonly save: (
    staff: Staff,
    path: string,
    draft: { readonly text: string; readonly version: number },
  ) => Promise<Saved>
  /** The draft is put away; what is in force stays. */
  readonly putAway: (staff: Staff, path: string, version: number) => Promise<Saved>
  readonly check: (
    staff: Staff,
    drafted: { readonly texts: Readonly<Record<string, string>>; readonly talks: boolean },
  ) => Promise<Findings>
  /** Everything that a rehearsal needs, with the drafts laid over what is in force. */
  readonly rehearsal: (staff: Staff) => Promise<Rehearsal>
  /** The talk of a case as a test, with stand-ins for everything personal. Throws `not_found`. */
  readonly standIn: (staff: Staff, number: string, name: string) => Promise<StandInTalk>
  readonly releases: (staff: Staff) => Promise<readonly ReleaseRow[]>
  readonly release: (
    staff: Staff,
    number: number,
  ) => Promise<{ readonly release: ReleaseRow; readonly changes: readonly Change[] }>
  /** Throws unsound when a check finds an error, unticked when a warning was not looked at. */
  readonly submit: (staff: Staff, release: SubmitRelease) => Promise<number>
  /** A second person; published at once, or at its time by the round. */
  readonly approve: (
    staff: Staff,
    number: number,
    how: {
      readonly note: string
      readonly publishAt: Instant | null
      /** What was seen of the moving; another one is stale. Absent = as it is. */
      readonly moves?: Moving | null
    },
  ) => Promise<void>
  /** One that was approved for a later time, now; not by its author. */
  readonly publishNow: (staff: Staff, number: number) => Promise<void>
  /** Answers for words of danger and consent in it; not its author. */
  readonly clear: (staff: Staff, number: number) => Promise<void>
  readonly refuse: (staff: Staff, number: number, note: string) => Promise<void>
  readonly withdraw: (staff: Staff, number: number, note: string) => Promise<void>
  /** The texts of an older release become a new one at once; 0 = the files as shipped. Gives its number. */
  readonly bringBack: (
    staff: Staff,
    number: number,
    how: { readonly note: string; readonly moves: Moving | null },
  ) => Promise<number>
  /** The texts of a release become drafts once more; what somebody is changing already is left as it is. */
  readonly takeUp: (staff: Staff, number: number) => Promise<Carried>
  /** What the checks and the stored talks say of a release now. */
  readonly findings: (staff: Staff, number: number) => Promise<Findings>
  /** What would become of those in the middle of a talk; as it was thought some minutes ago, or again. */
  readonly foresee: (staff: Staff, number: number, again?: boolean) => Promise<MovesForeseen>
  /** Whether and where those in the middle go; null = they end as they began. */
  readonly setMoves: (staff: Staff, number: number, moves: Moving | null) => Promise<void>
  /** The last talks on the old and on the new house. */
  readonly replay: (staff: Staff, number: number, again?: boolean) => Promise<Replay>
  /** Flows in the file of another program, to be looked at: nothing is saved. Throws bad_request. */
  readonly carryIn: (
    staff: Staff,
    name: string,
    bytes: Uint8Array,
  ) => Promise<readonly CarriedFlow[]>
  /** The questions of a flow, its draft if there is one, as an XLSForm workbook. */
  readonly carryOut: (staff: Staff, path: string) => Promise<Uint8Array>
  /** How the steps of a flow are used: exact counts; the gate tells rounded ones. */
  readonly usage: (
    staff: Staff,
    query: UsageQuery,
  ) => Promise<{ readonly sums: readonly UsageSum[]; readonly choices: UsageChoices }>
  /** How the wordings of questions fare that are compared: exact counts, too. */
  readonly wordings: (
    staff: Staff,
    query: Pick<UsageQuery, 'flow' | 'from' | 'to'>,
  ) => Promise<readonly WordingSum[]>
}

export type Saved =
  | { readonly saved: true; readonly version: number }
  | { readonly saved: false; readonly other: Draft }
