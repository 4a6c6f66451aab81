import type { PackedHouse } from '../../core/dialog/pack-house.ts'
import type { Persona } from '../../core/dialog/rehearse/persona.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Instant } from '../../core/time.ts'
import type { Change, Draft, Findings, Person, ReleaseRow } from './documents.ts'
import type { UsageChoices, UsageQuery, UsageSum } from './usage.ts'

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

export type Rehearsal = {
  readonly house: PackedHouse
  /** Texts of flows and of stored talks by path: drafts where there are any. */
  readonly flows: Readonly<Record<string, string>>
  readonly talks: Readonly<Record<string, string>>
  readonly personas: readonly Persona[]
  /** Drafts of other documents that cannot be loaded: what is in force stands in their place. */
  readonly leftOut: readonly string[]
}

export type SubmitRelease = {
  readonly paths: readonly string[]
  readonly note: string
  readonly ticked: readonly string[]
}

/** What admins and supervisors do with flows, parameters, lexicons … (流程工作室). */
export type Studio = {
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
    how: { readonly note: string; readonly publishAt: Instant | null },
  ) => Promise<void>
  readonly refuse: (staff: Staff, number: number, note: string) => Promise<void>
  readonly withdraw: (staff: Staff, number: number, note: string) => Promise<void>
  /** The texts of an older release become a new one at once; 0 = the files as shipped. Gives its number. */
  readonly bringBack: (staff: Staff, number: number, note: string) => Promise<number>
  /** How the steps of a flow are used: exact counts; the gate tells rounded ones. */
  readonly usage: (
    staff: Staff,
    query: UsageQuery,
  ) => Promise<{ readonly sums: readonly UsageSum[]; readonly choices: UsageChoices }>
}

export type Saved =
  | { readonly saved: true; readonly version: number }
  | { readonly saved: false; readonly other: Draft }
