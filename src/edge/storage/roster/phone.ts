import type { DeskTx } from '../cases/desk-tx.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf, type Tx } from '../pool.ts'
import { type KeyRing, newDataKey, openDataKey } from '../seal/key-ring.ts'
import { seal, unseal, type Where } from '../seal/seal.ts'

/** The number that danger is told to; only one's own, row security holds it. */
export async function setPhone(on: DeskTx, phone: string | null): Promise<void> {
  const { tx, ring, staff, at } = on
  const whose = [staff.district, staff.id]
  if (phone === null) {
    await rowsOf(tx, DROP, whose)
    return
  }
  const { wrapped, key } = newDataKey(ring)
  const sealed = seal(key, placeOf(staff.id), phone)
  await rowsOf(tx, PUT, [...whose, wrapped, sealed, timestamp(at)])
}

export async function hasPhone({ tx, staff }: DeskTx): Promise<boolean> {
  return (await rowOf(tx, HAS, [staff.district, staff.id])) !== null
}

/** Numbers of these people, for the house itself. */
export async function phonesOf(tx: Tx, ring: KeyRing, district: string, people: readonly string[]) {
  const rows = await rowsOf<Row>(tx, READ, [district, people])
  return rows.map(({ staff_id: of, data_key, sealed }) => {
    return { of, to: String(unseal(openDataKey(ring, data_key), placeOf(of), sealed)) }
  })
}

const placeOf = (row: string): Where => ({ table: 'duty_phone', column: 'sealed', row })

type Row = { readonly staff_id: string; readonly data_key: Buffer; readonly sealed: Buffer }

const PUT = {
  name: 'duty_phone_put',
  text: `insert into duty_phone (district_id, staff_id, data_key, sealed, changed_at)
    values ($1, $2, $3, $4, $5) on conflict (district_id, staff_id) do update
    set data_key = excluded.data_key, sealed = excluded.sealed, changed_at = excluded.changed_at`,
}
const DROP = {
  name: 'duty_phone_drop',
  text: 'delete from duty_phone where district_id = $1 and staff_id = $2',
}
const HAS = {
  name: 'duty_phone_has',
  text: 'select staff_id from duty_phone where district_id = $1 and staff_id = $2',
}
const READ = {
  name: 'duty_phone_read',
  text: `select staff_id, data_key, sealed from duty_phone
    where district_id = $1 and staff_id = any($2::uuid[])`,
}
