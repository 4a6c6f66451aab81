import type { HouseholdHead } from '../../../work/ports/household-files.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { streetsOf } from '../cases/scope.ts'
import { lookUp } from '../cases/search-index.ts'
import { rowsOf } from '../pool.ts'
import { headsOf } from './head-of.ts'

/** Files by number, name or the last four digits of a phone. */
export async function findHouseholds(on: DeskTx, typed: string): Promise<readonly HouseholdHead[]> {
  const { tx, ring, staff } = on
  const cases = await lookUp(tx, ring, staff.district, streetsOf(staff), typed)
  const rows = await rowsOf<{ id: string }>(tx, FILES, [staff.district, cases])
  return headsOf(
    on,
    rows.map(({ id }) => id),
  )
}

const FILES = {
  name: 'household_of_cases',
  text: `select coalesce(h.merged_into, h.id) as id from help_case c
    join household h on h.district_id = c.district_id and h.id = c.household_id
    where c.district_id = $1 and c.id = any($2::uuid[])
    group by 1 order by max(c.opened_at) desc limit 50`,
}
