import type { Staff } from '../../../core/people/role.ts'
import type { Clock } from '../../../work/ports/clock.ts'
import type { RosterBook } from '../../../work/ports/roster.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { settingsOf } from '../cases/scope.ts'
import { type Pool, rowsOf } from '../pool.ts'
import type { KeyRing } from '../seal/key-ring.ts'
import { transaction } from '../transaction.ts'
import { addLeave, dropLeave, listLeaves } from './leaves.ts'
import { listEscalated } from './list-escalated.ts'
import { peopleNow } from './people-now.ts'
import { hasPhone, setPhone } from './phone.ts'
import { listCommittees, listRules, setCommittees, setRule } from './rules.ts'
import { addShifts, dropShift, listShifts } from './shifts.ts'

type Parts = {
  /** Of the role hearth_desk. */
  readonly pool: Pool
  readonly ring: KeyRing
  readonly clock: Clock
}

/** The roster in PostgreSQL, each verb one transaction in the name of one person. */
export function rosterStore({ pool, ring, clock }: Parts): RosterBook {
  const as = <T>(staff: Staff, fn: (on: DeskTx) => Promise<T>) =>
    transaction(pool, settingsOf(staff), (tx) => fn({ tx, ring, staff, at: clock.now() }))
  return {
    listShifts: (staff, from, to) => as(staff, (on) => listShifts(on, from, to)),
    addShifts: (staff, shifts) => as(staff, (on) => addShifts(on, shifts)),
    dropShift: (staff, id) => as(staff, (on) => dropShift(on, id)),
    listLeaves: (staff, from, to) => as(staff, (on) => listLeaves(on, from, to)),
    addLeave: (staff, leave) => as(staff, (on) => addLeave(on, leave)),
    dropLeave: (staff, id) => as(staff, (on) => dropLeave(on, id)),
    listPeople: (staff) => as(staff, listPeople),
    listRules: (staff) => as(staff, listRules),
    setRule: (staff, rule) => as(staff, (on) => setRule(on, rule)),
    listCommittees: (staff) => as(staff, listCommittees),
    setCommittees: (staff, street, person, committees) =>
      as(staff, (on) => setCommittees(on, street, person, committees)),
    setPhone: (staff, phone) => as(staff, (on) => setPhone(on, phone)),
    hasPhone: (staff) => as(staff, hasPhone),
    listEscalated: (staff) => as(staff, listEscalated),
  }
}

/** How many cases somebody has is counted among those that the asking person may see. */
async function listPeople({ tx, staff, at }: DeskTx) {
  const people = await peopleNow(tx, staff.district, at)
  const rows = await rowsOf<{ id: string; name: string }>(tx, NAMES, [staff.district])
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return people.map((each) => ({ ...each, name: names.get(each.id) ?? '' }))
}

const NAMES = {
  name: 'roster_names',
  text: 'select id, name from staff where district_id = $1 and active',
}
