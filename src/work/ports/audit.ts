import type { Role } from '../../core/people/role.ts'
import type { Instant } from '../../core/time.ts'

/** Who did what to what. Written in the same transaction as the deed; reading counts as a deed. */
export type AuditEntry = {
  readonly district: string
  /** 9-digit street; empty for what belongs to the whole district. Each has a chain of its own. */
  readonly street: string
  /** Staff id, or the name of the part of the house. */
  readonly actor: string
  readonly role: Role | 'system'
  /** A code: `case.read`, `case.claimed` … */
  readonly act: string
  /** `kind:id`. */
  readonly object: string
  readonly at: Instant
  /** In the actor's own words, where a reason is asked for. */
  readonly reason?: string
  /** Names of the fields that were read or changed. */
  readonly fields?: readonly string[]
}

/** The end of a chain. Kept elsewhere, it shows later whether the chain was cut or written anew. */
export type AuditHead = {
  readonly district: string
  readonly chain: string
  readonly seq: number
  /** SHA-256 in hex. */
  readonly hash: string
}

/** The first row of a chain that does not fit, or none. */
export type AuditVerdict = {
  readonly rows: number
  readonly chains: number
  readonly heads: readonly AuditHead[]
  readonly broken: {
    readonly district: string
    readonly chain: string
    readonly seq: number
  } | null
}
