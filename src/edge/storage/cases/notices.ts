import type { Notice } from '../../../work/ports/desk.ts'
import { timestamp } from '../column-types.ts'
import { rowsOf } from '../pool.ts'
import type { DeskTx } from './desk-tx.ts'

/** What calls this person, the newest first; at most 100. */
export function listNotices({ tx, staff }: DeskTx): Promise<readonly Notice[]> {
  return rowsOf<Notice>(tx, LIST, [staff.district, staff.id])
}

export async function seeNotices({ tx, staff, at }: DeskTx): Promise<void> {
  await rowsOf(tx, SEE, [staff.district, staff.id, timestamp(at)])
}

/** Two dangers of one case are one call. */
const LIST = {
  name: 'notice_list',
  text: `select n.id, n.kind, n.number, n.about, s.name as "from", n.at, n.seen_at is not null as seen
    from notice n left join staff s on s.district_id = n.district_id and s.id = n.from_staff
    where n.district_id = $1 and n.staff_id = $2
      and not (n.kind = 'escalated' and n.number <> '' and exists (select from notice m
        where m.district_id = n.district_id and m.staff_id = n.staff_id and m.kind = n.kind
          and m.number = n.number and m.seen_at is not distinct from n.seen_at
          and (m.at, m.id) > (n.at, n.id)))
    order by n.at desc, n.id limit 100`,
}
const SEE = {
  name: 'notice_see',
  text: `update notice set seen_at = $3 where district_id = $1 and staff_id = $2 and seen_at is null`,
}
