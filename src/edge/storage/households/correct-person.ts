import { problem } from '../../../core/errors.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { noteWho } from '../cases/note-who.ts'
import { rowOf } from '../pool.ts'
import { fileOfHousehold } from './file-of-household.ts'
import { noteInAudit } from './open-household.ts'

/** Who first asked, as somebody checked it: noted beside what the talk said, in the first request. */
export async function correctPerson(
  on: DeskTx,
  household: string,
  what: Partial<Record<'name' | 'phone' | 'address', string>>,
  reason: string,
): Promise<void> {
  const file = await fileOfHousehold(on, household)
  const held = await rowOf<First>(on.tx, FIRST, [on.staff.district, file.id])
  if (!held) throw problem('not_found', { household })
  await noteWho(on, { ...held, data_key: file.data_key }, what)
  await noteInAudit(on, file, 'household.corrected', Object.keys(what), reason)
}

type First = {
  readonly id: string
  readonly household_id: string
  readonly street_id: string
}

const FIRST = {
  name: 'file_first_case',
  text: `select id, household_id, street_id from help_case
    where district_id = $1 and household_id = $2 order by opened_at, id limit 1
    for no key update`,
}
