import type { Assessment } from '../../../core/assessment/assess.ts'
import type { DeskEvent } from '../../../core/casework/desk-event.ts'
import { problem } from '../../../core/errors.ts'
import type { AuditEntry } from '../../../work/ports/audit.ts'
import type { FiledCase } from '../../../work/ports/cases.ts'
import type {
  Closing,
  FrozenAssessment,
  OpenTransfer,
  SamePhone,
} from '../../../work/ports/desk.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'
import type { DataKey } from '../seal/key-ring.ts'
import { admitConversation } from '../transaction.ts'
import { admitOffered } from './admit-offered.ts'
import { type CaseRow, caseRow, deskRow, fileOf, keyOf } from './desk-row.ts'
import type { DeskTx } from './desk-tx.ts'
import { openFor, placeOf } from './household-key.ts'

/**
 * The whole file of a case, opened; that it was read is to be recorded before it is given out. A case of
 * a foreign street is not found: nobody learns that it exists. One that is offered to one's street
 * is seen with what goes along.
 */
export async function readCase(
  on: DeskTx,
  number: string,
): Promise<{ readonly found: FiledCase; readonly read: AuditEntry }> {
  const { tx, ring, staff, at } = on
  const row = await rowOfCase(on, number)
  const key = row && keyOf(ring, row)
  const file = row && fileOf(key, row)
  if (!row || !key || !file) throw problem('not_found', { case: number })
  const opened = await acceptAssigned(on, row)
  const shown = withNote({ ...deskRow(row, file, staff), ...opened }, key, row)
  const parts = shown.transfer?.direction === 'in' ? shown.transfer.parts : ['transcript', 'notes']
  const conversation = parts.includes('transcript') ? row.conversation_id : null
  if (conversation !== null) await admitConversation(tx, conversation)
  const events = await eventsOf(on, row.id, key)
  const assessments = await rowsOf<FrozenRow>(tx, ASSESSMENTS, [staff.district, row.id])
  const samePhone = await rowsOf<SamePhone>(tx, SAME_PHONE, [staff.district, row.household_id])
  const { id: actor, role, district } = staff
  const what = { act: 'case.read', object: `case:${row.id}`, fields: ['file'] }
  const read = { district, street: row.street_id, actor, role, at, ...what }
  const found = {
    row: shown,
    file,
    household: row.household_id,
    conversation,
    events: parts.includes('notes') ? events : events.filter(({ kind }) => kind !== 'note'),
    samePhone,
    closing: closingOf(row, events),
    confirmed: confirmedOf(assessments, key, row.id),
    assessedAt: assessments.find(({ kind }) => kind === 'first_pass')?.at ?? null,
  }
  return { found, read }
}

/** What the house gave somebody counts as taken (接手) when that person opens it. */
async function acceptAssigned({ tx, staff, at }: DeskTx, row: CaseRow) {
  if (row.claimed_by !== staff.id || row.acknowledged_at !== null) return {}
  await rowsOf(tx, ACCEPT, [staff.district, row.id, timestamp(at)])
  return { acknowledgedAt: at }
}

async function rowOfCase({ tx, staff }: DeskTx, number: string): Promise<CaseRow | null> {
  const row = await rowOf<CaseRow>(tx, READ, [staff.district, number])
  if (!row || row.data_key !== null || row.offered_to === null) return row
  await admitOffered(tx, [row])
  return rowOf<CaseRow>(tx, READ, [staff.district, number])
}

function withNote(shown: FiledCase['row'], key: DataKey, row: CaseRow): FiledCase['row'] {
  const { transfer } = shown
  if (!transfer) return shown
  const opened = openFor(key, placeOf('transfer', transfer.id), row.transfer_note)
  const { note = null } = (opened ?? {}) as { readonly note?: string }
  return { ...shown, transfer: { ...transfer, note } satisfies OpenTransfer }
}

async function eventsOf(
  { tx, staff }: DeskTx,
  id: string,
  key: DataKey,
): Promise<readonly DeskEvent[]> {
  const rows = await rowsOf<EventRow>(tx, EVENTS, [staff.district, id])
  return rows.map(({ sealed, ...event }) => ({
    ...event,
    words: openFor(key, placeOf('case_event', id, event.seq), sealed),
  }))
}

function confirmedOf(
  rows: readonly FrozenRow[],
  key: DataKey,
  id: string,
): FrozenAssessment | null {
  const row = rows.find(({ kind }) => kind === 'confirmed')
  const opened = row && openFor(key, placeOf('assessment', id, row.seq), row.sealed)
  if (!row || !opened) return null
  const { assessment } = opened as { readonly assessment: Assessment }
  return { result: assessment, by: row.name ?? '', at: row.at }
}

function closingOf(row: CaseRow, events: readonly DeskEvent[]): Closing | null {
  if (row.closed_at === null || row.outcome === null) return null
  const by = events.findLast(({ kind }) => kind === 'closed')?.by ?? null
  return { outcome: row.outcome, at: row.closed_at, by, recheck: row.recheck_on }
}

type EventRow = Omit<DeskEvent, 'words'> & { readonly sealed: Buffer | null }

type FrozenRow = {
  readonly kind: 'first_pass' | 'confirmed'
  readonly seq: number
  readonly at: number
  readonly sealed: Buffer
  readonly name: string | null
}

const ACCEPT = {
  name: 'case_accept',
  text: `update help_case set acknowledged_at = $3
    where district_id = $1 and id = $2 and acknowledged_at is null`,
}
const READ = {
  name: 'case_read',
  text: `${caseRow('c.sealed, c.card')} where c.district_id = $1 and c.number = $2`,
}

const EVENTS = {
  name: 'case_events',
  text: `select e.seq, e.at, e.kind, e.actor, s.name as by, e.detail, e.sealed from case_event e
    left join staff s on s.district_id = e.district_id and s.id::text = e.actor
    where e.district_id = $1 and e.case_id = $2 order by e.seq`,
}

/** The newest of each kind. */
const ASSESSMENTS = {
  name: 'case_assessments',
  text: `select distinct on (a.kind) a.kind, a.seq, a.at, a.sealed, s.name from assessment a
    left join staff s on s.district_id = a.district_id and s.id::text = a.by
    where a.district_id = $1 and a.case_id = $2 order by a.kind, a.seq desc`,
}

/** Only what this person may see; the phone itself is not looked at. */
const SAME_PHONE = {
  name: 'case_same_phone',
  text: `select c.number, c.status, c.opened_at as "openedAt" from person one
    join person other on other.district_id = one.district_id
      and other.phone_index = one.phone_index and other.household_id <> one.household_id
    join help_case c on c.district_id = other.district_id and c.household_id = other.household_id
    where one.district_id = $1 and one.household_id = $2
    order by c.opened_at desc limit 20`,
}
