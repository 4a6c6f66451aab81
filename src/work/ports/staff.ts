import type { Role, Staff } from '../../core/people/role.ts'

type NewStaff = {
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly district: string
  readonly streets: readonly string[]
  /** argon2id hash; null = cannot sign in with a password. */
  readonly password: string | null
}

/** The people who work here; for the seed and the office. Signing in is the port `door`. */
export type StaffBook = {
  /** Throws `bad_request` when the login is taken in the district. */
  readonly createStaff: (person: NewStaff) => Promise<Staff>
  readonly listStaff: (district: string) => Promise<readonly Staff[]>
}
