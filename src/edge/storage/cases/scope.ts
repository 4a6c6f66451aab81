import type { Staff } from '../../../core/people/role.ts'
import type { Settings } from '../transaction.ts'

/** The settings that row security reads, for what this person does. */
export function settingsOf(staff: Staff): Settings {
  const { id, role, district, streets } = staff
  return { actor: id, role, district, streets }
}

/**
 * The streets to look through; null = the whole district. Row security says the same once more: here
 * it only keeps the search along the index. Supervisors also see what has no street yet (人工分派);
 * so does an adviser on duty for the district, who has '' among the streets.
 */
export function streetsOf({ role, streets }: Staff): readonly string[] | null {
  if (role === 'district' || role === 'admin') return null
  return role === 'supervisor' ? [...streets, ''] : streets
}
