import type { HouseholdHead } from '../../../work/ports/household-files.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { streetsOf } from '../cases/scope.ts'
import { lookUp } from '../cases/search-index.ts'
import { rowsOf } from '../pool.ts'
import { exactIndex } from './exact-index.ts'
import { headsOf } from './head-of.ts'

/**
 * Files by number, name, the last four digits of a phone; by a whole phone or identity number of anybody who
 * belongs to them.
 */
export async function findHouseholds(on: DeskTx, typed: string): Promise<readonly HouseholdHead[]> {
  const { tx, ring, staff } = on
  const text = typed.trim()
  const cases = await lookUp(tx, ring, staff.district, streetsOf(staff), text)
  const tokens = WHOLE.test(text)
    ? exactIndex(ring, { phone: text, idNumber: text.toUpperCase() })
    : []
  const rows = await rowsOf<{ id: string }>(tx, FILES, [staff.district, cases, tokens])
  return headsOf(
    on,
    rows.map(({ id }) => id),
  )
}

/** A whole number, with or without blanks: nothing else is worth a look among the exact ones. */
const WHOLE = /^\+?[\d -]{7,20}[Xx]?$/

/** Two ways along an index each; an `or` of both would read the whole district. */
const FILES = {
  name: 'household_of_cases',
  text: `with found as (
      select c.household_id, c.opened_at from help_case c
      where c.district_id = $1 and c.id = any($2::uuid[])
      union all
      select c.household_id, c.opened_at from person_token t
      join help_case c on c.district_id = t.district_id and c.household_id = t.household_id
      where t.district_id = $1 and t.token = any($3::bytea[])
    )
    select coalesce(h.merged_into, h.id) as id from found
    join household h on h.district_id = $1 and h.id = found.household_id
    group by 1 order by max(found.opened_at) desc limit 50`,
}
