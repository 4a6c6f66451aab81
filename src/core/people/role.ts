/** Who works in the house, and where. */

/** adviser 社区救助顾问, supervisor 街道主管, district 区级, admin 管理员, auditor 审计. */
export const ROLES = ['adviser', 'supervisor', 'district', 'admin', 'auditor'] as const

export type Role = (typeof ROLES)[number]

export type Staff = {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly role: Role
  /** 6-digit code of the district, the tenant. */
  readonly district: string
  /** 9-digit codes of the streets whose cases this person may see; empty = none. */
  readonly streets: readonly string[]
}
