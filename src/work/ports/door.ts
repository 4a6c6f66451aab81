import type { Staff } from '../../core/people/role.ts'

/** Who may come in: local accounts and their sessions. */
export type Door = {
  /** `password` is the argon2id hash; inactive people are not found. */
  readonly findByLogin: (
    login: string,
  ) => Promise<{ readonly staff: Staff; readonly password: string } | null>
  /** A random 256-bit token (base64url); only its SHA-256 is stored. */
  readonly openSession: (staff: Staff) => Promise<string>
  /** Null when unknown, idle for 30 minutes or older than 12 hours. */
  readonly staffOf: (token: string) => Promise<Staff | null>
  readonly closeSession: (token: string) => Promise<void>
}
