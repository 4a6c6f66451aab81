import { rowsOf, type Tx } from '../pool.ts'

type Offered = { readonly id: string; readonly household_id: string }

/**
 * Opens, for the rest of the transaction, what belongs to cases that were offered to a street of this
 * person and whose rows have been seen (policy `admitted` of migration 0008).
 */
export async function admitOffered(tx: Tx, cases: readonly Offered[]): Promise<void> {
  if (cases.length === 0) return
  const ids = new Set(cases.flatMap(({ id, household_id }) => [id, household_id]))
  await tx.query("select set_config('app.offered', $1, true)", [[...ids].join(',')])
}

/** All that wait for an answer of these streets: a few, never hundreds. */
export function offeredTo(tx: Tx, district: string, streets: readonly string[]) {
  return rowsOf<Offered>(tx, OFFERED, [district, streets])
}

const OFFERED = {
  name: 'case_offered',
  text: `select id, household_id from help_case
    where district_id = $1 and offered_to = any($2::text[]) limit 200`,
}
