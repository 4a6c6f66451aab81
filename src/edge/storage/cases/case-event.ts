import type { CaseEvent } from '../../../work/ports/cases.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf, type Tx } from '../pool.ts'
import type { KeyRing } from '../seal/key-ring.ts'
import { seal } from '../seal/seal.ts'
import { householdKey, placeOf } from './household-key.ts'

/** Adds a line to the history of a case. Words of an erased household are not kept. */
export async function addEvent(tx: Tx, ring: KeyRing, event: CaseEvent): Promise<void> {
  // The row of the case is held, so that two writers do not take the same number.
  const held = await rowOf<Held>(tx, HOLD, [event.case])
  if (!held) return
  const key = event.words === undefined ? null : await keyOf(tx, ring, held)
  const last = await rowOf<{ seq: number }>(tx, LAST, [held.district_id, event.case])
  const seq = (last?.seq ?? 0) + 1
  const sealed = key && seal(key, placeOf('case_event', event.case, seq), event.words)
  const { kind, actor, detail = {} } = event
  const values = [timestamp(event.at), kind, actor, JSON.stringify(detail), sealed]
  await rowsOf(tx, INSERT, [held.district_id, event.case, seq, held.street_id, ...values])
}

const keyOf = (tx: Tx, ring: KeyRing, held: Held) =>
  householdKey(tx, ring, held.district_id, held.household_id)

type Held = {
  readonly district_id: string
  readonly street_id: string
  readonly household_id: string
}

const HOLD = {
  name: 'case_event_hold',
  text: `select district_id, street_id, household_id from help_case
         where id = $1 for no key update`,
}
// A statement of its own: one that waited for the row would count with what it saw before.
const LAST = {
  name: 'case_event_last',
  text: `select coalesce(max(seq), 0) as seq from case_event
         where district_id = $1 and case_id = $2`,
}
const INSERT = {
  name: 'case_event_add',
  text: `insert into case_event (district_id, case_id, seq, street_id, at, kind, actor, detail, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
}
