import { problem } from '../../../core/errors.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { openDataKey } from '../seal/key-ring.ts'
import type { DeskTx } from './desk-tx.ts'
import { filePerson } from './file-person.ts'
import type { Held } from './hold-case.ts'
import { type Noted, openNoted, sealNoted } from './noted.ts'
import { sealedFile } from './sealed-file.ts'

/** Keeps what an adviser noted about who and where beside what was told, and finds the person by it. */
export async function noteWho(
  on: DeskTx,
  held: Pick<Held, 'id' | 'household_id' | 'street_id' | 'data_key'>,
  what: Noted,
): Promise<void> {
  const { tx, ring, staff } = on
  const file = await sealedFile(on, held)
  if (!file || held.data_key === null) throw problem('not_found')
  const key = openDataKey(ring, held.data_key)
  const row = await rowOf<{ noted: Buffer | null }>(tx, READ, [staff.district, held.id])
  const noted = { ...openNoted(key, held.id, row?.noted ?? null), ...what }
  await rowsOf(tx, WRITE, [staff.district, held.id, sealNoted(key, held.id, noted)])
  const route = { ...file.route, district: staff.district, street: held.street_id }
  await filePerson(tx, ring, key, { ...file, ...noted, id: held.household_id, route })
}

const READ = {
  name: 'noted_read',
  text: 'select noted from help_case where district_id = $1 and id = $2',
}
const WRITE = {
  name: 'noted_write',
  text: 'update help_case set noted = $3 where district_id = $1 and id = $2',
}
