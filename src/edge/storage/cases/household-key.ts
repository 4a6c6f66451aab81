import { problem } from '../../../core/errors.ts'
import { rowOf, type Tx } from '../pool.ts'
import { type DataKey, type KeyRing, openDataKey } from '../seal/key-ring.ts'
import { unseal, type Where } from '../seal/seal.ts'

/** The key of a household; null when it was destroyed. Throws not_found for no such household. */
export async function householdKey(
  tx: Tx,
  ring: KeyRing,
  district: string,
  household: string,
): Promise<DataKey | null> {
  const row = await rowOf<{ data_key: Buffer | null }>(tx, READ, [district, household])
  if (!row) throw problem('not_found', { household })
  return row.data_key === null ? null : openDataKey(ring, row.data_key)
}

/** Where the sealed column of a table belongs; rows are named by id, never by district or street. */
export function placeOf(table: SealedTable, ...row: readonly (string | number)[]): Where {
  return { table, column: 'sealed', row: row.join('/') }
}

/** Null for an erased household or an empty column. */
export function openFor(key: DataKey | null, where: Where, sealed: Buffer | null): unknown {
  return key === null || sealed === null || sealed.length === 0 ? null : unseal(key, where, sealed)
}

type SealedTable =
  | 'help_case'
  | 'person'
  | 'assessment'
  | 'case_event'
  | 'transfer'
  | 'file_record'
  | 'complaint'

const READ = {
  name: 'household_key',
  text: 'select data_key from household where district_id = $1 and id = $2',
}
