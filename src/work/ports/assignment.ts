import type { AssignRule, AssignWhy } from '../../core/routing/assign.ts'
import type { AgainWhy } from '../../core/routing/assign-again.ts'
import type { EscalationStep, Level } from '../../core/routing/escalation.ts'
import type { Urgency } from '../../core/routing/urgency.ts'
import type { Instant } from '../../core/time.ts'

/** A street whose cases the house gives out. */
export type OpenStreet = AssignRule & { readonly district: string; readonly street: string }

export type GivenCase = {
  readonly number: string
  readonly district: string
  readonly street: string
  readonly to: string
  readonly why: AssignWhy
}

export type OfferedAgain = {
  readonly number: string
  readonly district: string
  readonly street: string
  readonly why: AgainWhy
}

/** A case whose resident does not know yet whom the house gave it to. */
export type Untold = {
  readonly district: string
  readonly id: string
  readonly number: string
  readonly conversation: string | null
  readonly version: number
  readonly person: { readonly id: string; readonly name: string; readonly street: string }
}

/** How long an adviser may leave a case of this kind unopened. */
export type AcceptDue = (kind: {
  readonly urgency: Urgency
  readonly crisis: string | null
  readonly grade: string | null
}) => Instant

/** What the clock does with cases and people. Each deed is one transaction; several processes may run them. */
export type Assignment = {
  readonly openStreets: () => Promise<readonly OpenStreet[]>
  /** Gives out the first case of a street; null when there is none, nobody to take it, or another process is at it. */
  readonly giveNext: (
    street: OpenStreet,
    now: Instant,
    acceptDue: AcceptDue,
  ) => Promise<GivenCase | null>
  /** Puts what lies with somebody who is not there back into the queue. */
  readonly offerAgain: (street: OpenStreet, now: Instant) => Promise<readonly OfferedAgain[]>
  readonly untold: () => Promise<readonly Untold[]>
  readonly markTold: (told: Pick<Untold, 'district' | 'id'>, now: Instant) => Promise<void>
}

export type StepTaken = {
  readonly district: string
  readonly alert: string
  readonly level: Level
  readonly told: readonly string[]
}

/** Phones that still have to be told of a step. */
export type ToText = {
  readonly district: string
  readonly alert: string
  readonly step: number
  readonly level: Level
  readonly phones: readonly { readonly of: string; readonly to: string }[]
}

export type Escalations = {
  /** Takes every step that is due for a danger nobody has answered for: noted in its case, people called. */
  readonly takeSteps: (
    steps: readonly EscalationStep[],
    now: Instant,
  ) => Promise<readonly StepTaken[]>
  readonly toText: (now: Instant) => Promise<readonly ToText[]>
  readonly markTexted: (what: ToText, now: Instant) => Promise<void>
}
