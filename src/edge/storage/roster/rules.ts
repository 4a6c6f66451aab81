import { problem } from '../../../core/errors.ts'
import type { CommitteeAdviser, StreetRule } from '../../../work/ports/roster.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { mayLead, tell } from './shifts.ts'

/** How each street gives out its cases. */
export function listRules({ tx, staff }: DeskTx): Promise<readonly StreetRule[]> {
  return rowsOf<StreetRule>(tx, LIST, [staff.district])
}

export async function setRule(on: DeskTx, rule: StreetRule): Promise<StreetRule> {
  const { tx, staff, at } = on
  mayLead(on, rule.street)
  const { street, way, most, version } = rule
  const values = [staff.district, street, way, most, staff.id, timestamp(at), version]
  const row = await rowOf<StreetRule>(tx, version === 0 ? FIRST : CHANGE, values)
  if (!row) throw problem('stale')
  await tell(on, 'roster.rule_set', street, `${street}:${way}:${most}`)
  return row
}

/** Who looks after which committee. */
export async function listCommittees({ tx, staff }: DeskTx): Promise<readonly CommitteeAdviser[]> {
  const rows = await rowsOf<{ committee: string; id: string; name: string }>(tx, COMMITTEES, [
    staff.district,
  ])
  return rows.map(({ committee, id, name }) => ({ committee, person: { id, name } }))
}

/** The committees of one person in one street, as a whole. */
export async function setCommittees(
  on: DeskTx,
  street: string,
  person: string,
  committees: readonly string[],
): Promise<void> {
  const { tx, staff } = on
  mayLead(on, street)
  await rowsOf(tx, CLEAR, [staff.district, street, person])
  await rowsOf(tx, PUT, [staff.district, street, person, [...new Set(committees)]])
  await tell(on, 'roster.committees_set', street, person)
}

const LIST = {
  name: 'assignment_rules',
  text: `select street_id as street, way, most, version from assignment_rule
    where district_id = $1 order by street_id`,
}
const GIVES = 'returning street_id as street, way, most, version'
const FIRST = {
  name: 'assignment_rule_first',
  text: `insert into assignment_rule (district_id, street_id, way, most, changed_by, changed_at, version)
    values ($1, $2, $3, $4, $5, $6, $7::int + 1) on conflict do nothing ${GIVES}`,
}
const CHANGE = {
  name: 'assignment_rule_change',
  text: `update assignment_rule set way = $3, most = $4, changed_by = $5, changed_at = $6,
      version = version + 1
    where district_id = $1 and street_id = $2 and version = $7 ${GIVES}`,
}
const COMMITTEES = {
  name: 'staff_committees',
  text: `select c.committee_id as committee, s.id, s.name from staff_committee c
    join staff s on s.district_id = c.district_id and s.id = c.staff_id and s.active
    where c.district_id = $1 order by c.committee_id, s.name`,
}
const CLEAR = {
  name: 'staff_committees_clear',
  text: 'delete from staff_committee where district_id = $1 and street_id = $2 and staff_id = $3',
}
const PUT = {
  name: 'staff_committees_put',
  text: `insert into staff_committee (district_id, street_id, staff_id, committee_id)
    select $1, $2, $3, committee from unnest($4::text[]) as c (committee)`,
}
