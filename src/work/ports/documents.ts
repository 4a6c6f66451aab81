import type { Finding } from '../../core/contract/studio/documents.ts'
import type { House, Moving } from '../../core/dialog/house.ts'
import type { Failure } from '../../core/dialog/rehearse/failure.ts'
import type { Persona } from '../../core/dialog/rehearse/persona.ts'
import type { HeardOtherwise } from '../../core/dialog/replay/compare-hearing.ts'
import type { Role } from '../../core/people/role.ts'
import type { Instant } from '../../core/time.ts'

/** In whose name documents are read and written: one of the staff, or the house itself. */
export type Actor = {
  readonly id: string
  readonly role: Role | 'system'
  readonly district: string
  readonly streets: readonly string[]
}

export type Person = { readonly id: string; readonly name: string }

export type Draft = {
  readonly path: string
  /** Null = put away. */
  readonly text: string | null
  readonly version: number
  readonly by: Person
  readonly at: Instant
}

type ReleaseState = 'submitted' | 'approved' | 'published' | 'refused' | 'withdrawn' | 'replaced'

export type ReleaseRow = {
  readonly number: number
  readonly state: ReleaseState
  readonly note: string
  readonly paths: readonly string[]
  readonly ticked: readonly string[]
  readonly by: Person
  readonly at: Instant
  readonly decidedBy: Person | null
  readonly decidedAt: Instant | null
  readonly decision: string | null
  readonly publishAt: Instant | null
  readonly publishedAt: Instant | null
  readonly of: number | null
  readonly failed: 'stale' | 'errors' | null
  /** Whether and where those go who are in the middle of a request; null = they end as they began. */
  readonly moves: Moving | null
  /** It changes words of danger or consent: who answers for these has to clear it. */
  readonly locked: boolean
  readonly clearedBy: Person | null
}

/** One document of a release; null = there is no such document. */
export type Change = {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

/** A text in force that differs from the shipped file, or that no shipped file has. */
export type OverlayText = {
  readonly path: string
  readonly text: string
  readonly shippedHash: string | null
}

/** What is in force over the files as shipped. */
export type Published = {
  /** 0 = nothing was ever published. */
  readonly number: number
  readonly at: Instant
  readonly texts: readonly OverlayText[]
  readonly moves: Moving | null
}

export type NewRelease = {
  readonly note: string
  readonly ticked: readonly string[]
  readonly changes: readonly Change[]
  /** Drafts that stand in it, as they were read: one that somebody wrote on since then stays open. */
  readonly drafts: readonly { readonly path: string; readonly version: number }[]
  /** Release that is brought back; such a one needs no second person. */
  readonly of: number | null
  readonly moves: Moving | null
  readonly locked: boolean
}

/** Given by an admin, beside what a role allows. */
export type Right = { readonly staff: string; readonly kind: 'translate' | 'legal' }

export type StudioPerson = Person & {
  readonly role: Role
  readonly kinds: readonly Right['kind'][]
}

export type Decision = {
  readonly to: 'approved' | 'refused' | 'withdrawn'
  readonly note: string
  readonly publishAt: Instant | null
  /** What was seen by who approves: with another one it is stale. Only asked for an approval. */
  readonly moves: Moving | null
}

/** Drafts and releases as rows. Every verb is one transaction, with its line in the audit. */
export type Documents = {
  readonly published: (who: Actor) => Promise<Published>
  /** Number of the release in force, without its texts: what every process looks at every few seconds. */
  readonly inForce: (who: Actor) => Promise<number>
  /** The whole overlay of a release that was once published; 0 = none. Throws not_found. */
  readonly overlayOf: (who: Actor, number: number) => Promise<readonly OverlayText[]>
  /** Those that were put away, too. */
  readonly drafts: (who: Actor) => Promise<readonly Draft[]>
  /** Saves over the version that was read; with another one nothing is written and the other is given. */
  readonly saveDraft: (
    who: Actor,
    draft: { readonly path: string; readonly text: string | null; readonly version: number },
  ) => Promise<
    | { readonly saved: true; readonly version: number }
    | { readonly saved: false; readonly other: Draft }
  >
  readonly releases: (who: Actor) => Promise<readonly ReleaseRow[]>
  readonly release: (
    who: Actor,
    number: number,
  ) => Promise<{ readonly release: ReleaseRow; readonly changes: readonly Change[] } | null>
  /** Freezes the changes and puts their drafts away. Gives the number. */
  readonly submit: (who: Actor, release: NewRelease) => Promise<number>
  /** Throws stale when it is no longer waiting, same_person when the author approves. */
  readonly decide: (who: Actor, number: number, decision: Decision) => Promise<void>
  /** Somebody answers for words of danger or consent. Throws stale, same_person for the author. */
  readonly clear: (who: Actor, number: number) => Promise<void>
  readonly rights: (who: Actor) => Promise<readonly Right[]>
  readonly people: (who: Actor) => Promise<readonly StudioPerson[]>
  readonly setRight: (who: Actor, right: Right, held: boolean) => Promise<void>
  /** Changes what becomes of those in the middle, as long as nobody has decided. Throws stale. */
  readonly setMoves: (who: Actor, number: number, moves: Moving | null) => Promise<void>
  /** A line in the audit: somebody looked at what a release would do to people. */
  readonly note: (
    who: Actor,
    act: 'release.foreseen' | 'release.replayed',
    number: number,
  ) => Promise<void>
  /**
   * Puts an approved release in force over the one that was read as in force. False when another one was
   * published in between: read again.
   */
  readonly publish: (
    who: Actor,
    number: number,
    ground: { readonly over: number; readonly texts: readonly OverlayText[] },
  ) => Promise<boolean>
  /** An approved release that cannot be published. */
  readonly fail: (who: Actor, number: number, why: 'stale' | 'errors') => Promise<void>
  /** Approved ones whose time has come, oldest first. */
  readonly due: (who: Actor) => Promise<readonly number[]>
}

/** The files of the house as shipped, and what a check of other texts finds. */
export type DocumentFiles = {
  /** Every document that is edited here, by path. */
  readonly shipped: () => Promise<ReadonlyMap<string, string>>
  readonly hash: (text: string) => string
  /** Looks at the house as it would be with these texts, by path. */
  readonly check: (
    texts: ReadonlyMap<string, string>,
    options: { readonly talks: boolean; readonly changed: readonly string[] },
  ) => Promise<Findings>
  /** The house of these texts with drafts of documents that are no flows; those that cannot be loaded are left out. */
  readonly house: (
    texts: ReadonlyMap<string, string>,
    drafts: ReadonlyMap<string, string>,
  ) => Promise<{ readonly house: House; readonly leftOut: readonly string[] }>
  /** The house as it would be with these texts, flows and all; null where they cannot be loaded. */
  readonly houseWith: (
    texts: ReadonlyMap<string, string>,
    changed: readonly string[],
  ) => Promise<House | null>
  /** Invented people who answer rehearsals. */
  readonly personas: () => Promise<readonly Persona[]>
}

export type Findings = {
  readonly problems: readonly Finding[]
  readonly talks: readonly {
    readonly name: string
    readonly passed: boolean
    readonly says: string
    readonly failures: readonly Failure[]
  }[]
  /** What the example lines say to new words for hearing; only where such a document changed. */
  readonly hearing?: Hearing
  /** ms */
  readonly took: number
}

export type Hearing = {
  /** Example lines that were heard with the words in force and with the new ones. */
  readonly lines: number
  /** Of them so many are of danger. */
  readonly danger: number
  readonly counts: readonly { readonly kind: HeardOtherwise['kind']; readonly lines: number }[]
  /** Danger first; the first few hundred. */
  readonly changes: readonly HeardOtherwise[]
}
