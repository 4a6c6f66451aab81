import type { Staff } from '../../core/people/role.ts'
import type { Formal, Registered } from '../../core/routing/formal.ts'

/** Where a household is registered (户籍), and where each of its needs is applied for. */
export type Registrations = {
  readonly read: (staff: Staff, household: string) => Promise<RegistrationView>
  readonly save: (
    staff: Staff,
    household: string,
    registration: SavedRegistration,
  ) => Promise<RegistrationView>
}

export type RegistrationView = {
  readonly id: string | null
  readonly version: number | null
  readonly registered: Registered
  readonly address: string
  /** Where it lives: 9-digit street; null = not placed. */
  readonly home: string | null
  /** Streets of the city, with the name of their district, for choosing one. */
  readonly streets: readonly { readonly code: string; readonly name: string }[]
  /** One line a need that is open. */
  readonly formal: readonly Formal[]
}

export type SavedRegistration = {
  readonly id: string
  /** Null = none was written before. */
  readonly version: number | null
  readonly registered: Registered
  readonly address: string
}
