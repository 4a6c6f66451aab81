import { problem } from '../../../core/errors.ts'
import type { Role } from '../../../core/people/role.ts'
import type { Right, StudioPerson } from '../../../work/ports/documents.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { type DocumentTx, noted } from './document-tx.ts'

export function rights({ tx, who }: DocumentTx): Promise<readonly Right[]> {
  return rowsOf<Right>(tx, RIGHTS, [who.district])
}

/** Everybody who works in the district, with what an admin gave them. */
export async function people({ tx, who }: DocumentTx): Promise<readonly StudioPerson[]> {
  const rows = await rowsOf<StaffRow>(tx, PEOPLE, [who.district])
  return rows.map(({ kinds, ...person }) => ({ ...person, kinds: kinds ?? [] }))
}

export async function setRight(on: DocumentTx, { staff, kind }: Right, held: boolean) {
  const { tx, who, at } = on
  const person = await rowOf(tx, PERSON, [who.district, staff])
  if (!person) throw problem('not_found', { staff })
  const changed = held
    ? await rowOf(tx, GIVE, [who.district, staff, kind, who.id, timestamp(at)])
    : await rowOf(tx, TAKE, [who.district, staff, kind])
  if (!changed) return
  const act = held ? 'studio.right_given' : 'studio.right_taken'
  await noted(on, act, `staff:${staff}`, { fields: [kind] })
}

type StaffRow = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly kinds: readonly Right['kind'][] | null
}

const RIGHTS = {
  name: 'studio_rights',
  text: 'select staff_id as staff, kind from studio_right where district_id = $1',
}
const PEOPLE = {
  name: 'studio_people',
  text: `select s.id, s.name, s.role, array_agg(r.kind order by r.kind)
      filter (where r.kind is not null) as kinds
    from staff s left join studio_right r on r.district_id = s.district_id and r.staff_id = s.id
    where s.district_id = $1 group by s.id, s.name, s.role order by s.name, s.id limit 2000`,
}
const PERSON = {
  name: 'studio_person',
  text: 'select id from staff where district_id = $1 and id = $2',
}
const GIVE = {
  name: 'studio_right_give',
  text: `insert into studio_right (district_id, staff_id, kind, by, at) values ($1, $2, $3, $4, $5)
    on conflict do nothing returning kind`,
}
const TAKE = {
  name: 'studio_right_take',
  text: `delete from studio_right where district_id = $1 and staff_id = $2 and kind = $3
    returning kind`,
}
