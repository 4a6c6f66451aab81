import type { House } from '../../core/dialog/house.ts'
import type { Instant } from '../../core/time.ts'
import type { Announcer } from '../ports/announcer.ts'
import type { IntakeStore } from '../ports/intake.ts'
import type { TurnIds } from '../ports/turn-ids.ts'

/** All that taking an order needs. */
export type IntakeParts = {
  readonly house: () => House
  readonly store: IntakeStore
  readonly ids: TurnIds
  readonly announce: Announcer
  readonly now: () => Instant
  readonly texts: IntakeTexts
}

/** What advisers read of an order, in their language. */
export type IntakeTexts = {
  /** Names of the lines that the order itself brings. */
  readonly lines: Readonly<Record<OrderLine, string>>
}

export type OrderLine = 'number' | 'from' | 'kind' | 'received' | 'due'
