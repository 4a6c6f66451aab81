import type { Person } from '../../core/events/incoming.ts'
import type { Staff } from '../../core/people/role.ts'

/** An adviser as residents are told of one. */
export function personOf({ id, name, streets }: Staff): Person {
  const street = streets.find((code) => code !== '')
  return street === undefined ? { id, name } : { id, name, street }
}
