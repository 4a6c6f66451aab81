import { problem } from '../../../core/errors.ts'
import type { Role, Staff } from '../../../core/people/role.ts'

const EDITORS: readonly Role[] = ['admin']
const DECIDERS: readonly Role[] = ['admin', 'district', 'supervisor']
const READERS: readonly Role[] = [...DECIDERS, 'auditor']

export const mayEdit = ({ role }: Staff): boolean => EDITORS.includes(role)

export function mustEdit(staff: Staff): void {
  if (!mayEdit(staff)) throw problem('not_allowed')
}

/** Approves, refuses and brings back; that it is not the author is asked where the row is. */
export function mustDecide({ role }: Staff): void {
  if (!DECIDERS.includes(role)) throw problem('not_allowed')
}

export function mustRead({ role }: Staff): void {
  if (!READERS.includes(role)) throw problem('not_allowed')
}
