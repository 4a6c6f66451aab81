import type { Staff } from '../../../core/people/role.ts'
import type { Instant } from '../../../core/time.ts'
import type { WaitingCase } from '../../../work/ports/desk.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { rowsOf, type Tx } from '../pool.ts'
import type { KeyRing } from '../seal/key-ring.ts'
import { headsOf, headsOfDistrict, QUEUE_ORDER } from './queue-order.ts'
import { streetsOf } from './scope.ts'
import { CASE_ROW, type CaseRow, fileOf, waitingCase } from './waiting-case.ts'

/** One page; nobody works through more at a glance. */
const PAGE = 100

/** What waits for this person, in order. The list shows names: that it was read is recorded. */
export async function listQueue(
  tx: Tx,
  ring: KeyRing,
  staff: Staff,
  at: Instant,
): Promise<readonly WaitingCase[]> {
  const streets = streetsOf(staff)
  const statement = streets === null ? LIST_DISTRICT : LIST
  return shown(tx, ring, staff, at, 'queue', statement, [staff.district, PAGE, streets])
}

/** What this person has taken and not closed, the nearest clock first. */
export async function listMine(
  tx: Tx,
  ring: KeyRing,
  staff: Staff,
  at: Instant,
): Promise<readonly WaitingCase[]> {
  return shown(tx, ring, staff, at, 'mine', MINE, [staff.district, staff.id, PAGE])
}

async function shown(
  tx: Tx,
  ring: KeyRing,
  staff: Staff,
  at: Instant,
  list: 'queue' | 'mine',
  statement: { readonly name: string; readonly text: string },
  values: readonly unknown[],
): Promise<readonly WaitingCase[]> {
  const rows = await rowsOf<CaseRow>(tx, statement, values)
  if (rows.length === 0) return []
  const { id: actor, role, district, streets } = staff
  const object = `${list}:${rows.map(({ number }) => number).join(',')}`
  const fields = ['name', 'story']
  const street = streets[0] ?? ''
  await appendAudit(tx, [{ district, street, actor, role, act: 'case.listed', object, at, fields }])
  return rows.map((row) => waitingCase(row, fileOf(ring, row)))
}

const ordered = (heads: string) =>
  `${CASE_ROW} where c.district_id = $1 and c.id in (${heads}) order by ${QUEUE_ORDER.replaceAll(
    /\b(crisis_rank|breached_at|urgency_rank|contact_due|points_high|opened_at|id)\b/g,
    'c.$1',
  )}`

const LIST = { name: 'queue_list', text: ordered(headsOf()) }
const LIST_DISTRICT = { name: 'queue_list_district', text: ordered(headsOfDistrict()) }
const MINE = {
  name: 'queue_mine',
  text: `${CASE_ROW} where c.district_id = $1 and c.claimed_by = $2 and c.status = 'claimed'
    order by c.contact_due, c.id limit $3`,
}
