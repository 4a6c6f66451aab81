import type { Write } from '../../../work/ports/cases-in-turn.ts'
import { timestamp } from '../column-types.ts'
import { rowsOf, type Tx } from '../pool.ts'

type Brought = Extract<Write, { readonly kind: 'bring_complaint' }>

/**
 * A complaint that a resident makes in the talk: its words stay in the talk. It is taken to be about who has the
 * case, so that this person does not judge it; where no one else leads the street, the district is called.
 */
export async function complaintOfTalk(
  tx: Tx,
  { id, case: ref, dueOn, at }: Brought,
): Promise<void> {
  await rowsOf(tx, BRING, [id, ref.id, dueOn, timestamp(at)])
  await rowsOf(tx, CALL_LEADS, [id, timestamp(at)])
}

const BRING = {
  name: 'complaint_of_talk',
  text: `insert into complaint (district_id, id, street_id, household_id, case_id, against_id, source,
      due_on, by, at)
    select district_id, $1, street_id, household_id, id, claimed_by, 'chat', $3, 'turn', $4
    from help_case where id = $2 on conflict do nothing`,
}
const CALL_LEADS = {
  name: 'complaint_of_talk_call',
  text: `insert into notice (district_id, staff_id, id, kind, number, at)
    select m.district_id, s.id, m.id, 'complaint', c.number, $2
    from complaint m
    join help_case c on c.district_id = m.district_id and c.id = m.case_id
    join staff s on s.district_id = m.district_id and s.active and s.id is distinct from m.against_id
      and (s.role = 'supervisor' and m.street_id = any(s.streets)
           or s.role = 'district' and not exists (select from staff l
             where l.district_id = m.district_id and l.active and l.role = 'supervisor'
               and m.street_id = any(l.streets) and l.id is distinct from m.against_id))
    where m.id = $1 on conflict do nothing`,
}
