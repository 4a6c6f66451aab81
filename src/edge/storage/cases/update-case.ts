import type { CaseUpdate } from '../../../work/ports/cases.ts'
import { rowOf, rowsOf, type Tx } from '../pool.ts'
import type { KeyRing } from '../seal/key-ring.ts'
import { seal } from '../seal/seal.ts'
import { CASE_COLUMNS, columnsOf } from './case-columns.ts'
import { fileAssessment } from './file-assessment.ts'
import { filePerson } from './file-person.ts'
import { householdKey, placeOf } from './household-key.ts'

/**
 * What the dialog has learned since. People's decisions stand: a claimed, closed or withdrawn case
 * keeps its status, danger is only raised, clocks only come nearer. False when there is no such
 * case, or it was erased.
 */
export async function updateCase(
  tx: Tx,
  ring: KeyRing,
  { file, at }: CaseUpdate,
): Promise<boolean> {
  const held = await rowOf<Held>(tx, HOLD, [file.id])
  if (!held) return false
  const key = await householdKey(tx, ring, held.district_id, held.household_id)
  if (key === null) return false
  const { district, street = '' } = file.route
  if (held.district_id !== district || held.street_id !== street) {
    for (const move of MOVES) await rowsOf(tx, move, [held.district_id, held.id, district, street])
  }
  const sealed = seal(key, placeOf('help_case', file.id), file)
  await rowsOf(tx, UPDATE, [district, file.id, sealed, ...columnsOf(file)])
  await filePerson(tx, ring, key, file)
  await fileAssessment(tx, key, file, at)
  return true
}

type Held = {
  readonly id: string
  readonly district_id: string
  readonly street_id: string
  readonly household_id: string
}

/** By id alone: a corrected address may have changed the district, which is part of the key. */
const HOLD = {
  name: 'case_hold',
  text: 'select id, district_id, street_id, household_id from help_case where id = $1 for update',
}

/** Whoever must see the case after a corrected address must see all of it. */
const MOVES = [
  ['household', 'id'],
  ['person', 'household_id'],
  ['assessment', 'case_id'],
  ['case_event', 'case_id'],
  ['alert', 'case_id'],
].map(([table, column]) => ({
  name: `case_move_${table}`,
  text: `update ${table} set district_id = $3, street_id = $4 where district_id = $1 and ${column} = $2`,
}))

const FIXED = 3
const FROM_FILE = new Map(
  CASE_COLUMNS.map((column, at) => [column as string, `$${FIXED + 1 + at}`]),
)
const KEPT: Readonly<Record<string, string>> = {
  status: `case when status = 'unfinished' then ${FROM_FILE.get('status')} else status end`,
  stage: `case when status in ('unfinished', 'waiting') then ${FROM_FILE.get('stage')} else stage end`,
  crisis: raised('crisis'),
  crisis_type: raised('crisis_type'),
  acknowledge_due: `least(acknowledge_due, ${FROM_FILE.get('acknowledge_due')})`,
  contact_due: `least(contact_due, ${FROM_FILE.get('contact_due')})`,
}
const UPDATE = {
  name: 'case_update',
  text: `update help_case set version = version + 1, sealed = $3, ${CASE_COLUMNS.map(
    (column) => `${column} = ${KEPT[column] ?? FROM_FILE.get(column)}`,
  ).join(', ')} where district_id = $1 and id = $2`,
}

function raised(column: string): string {
  const tiers = `array['none', 'watch', 'high', 'imminent']`
  const rank = (value: string) => `coalesce(array_position(${tiers}, ${value}::text), 0)`
  const higher = `${rank(FROM_FILE.get('crisis') ?? '')} >= ${rank('crisis')}`
  return `case when ${higher} then ${FROM_FILE.get(column)} else ${column} end`
}
