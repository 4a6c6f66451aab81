import { randomUUID } from 'node:crypto'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { CaseStore } from '../../../work/ports/cases.ts'
import type { Phrase } from '../../../work/ports/desk.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'
import type { DeskTx } from './desk-tx.ts'

/** Saved phrases (快捷短语): one's own first, then those of one's streets. */
export async function listPhrases({ tx, staff }: DeskTx): Promise<readonly Phrase[]> {
  const rows = await rowsOf<Row>(tx, LIST, [staff.district, staff.id])
  return rows.map(({ street, ...row }) => ({
    ...row,
    street: street === '' ? null : street,
    mine: row.mine || (street !== '' && leads(staff, street)),
  }))
}

/** Who leads a street keeps what it shares; others keep what they wrote themselves. */
function leads({ role, streets }: Staff, street: string): boolean {
  if (role === 'district' || role === 'admin') return true
  return role === 'supervisor' && streets.includes(street)
}

export async function addPhrase(
  { tx, staff, at }: DeskTx,
  { title, text, street }: Parameters<CaseStore['addPhrase']>[1],
): Promise<Phrase> {
  const shares = street === null || staff.streets.includes(street) || leads(staff, street)
  if (!shares || staff.role === 'auditor') throw problem('not_allowed')
  const count = await rowOf<{ count: number }>(tx, COUNT, [staff.district, staff.id])
  if ((count?.count ?? 0) >= MOST) throw problem('too_many', { limit: MOST })
  const id = randomUUID()
  const values = [id, staff.id, street ?? '', title, text, timestamp(at)]
  await rowsOf(tx, ADD, [staff.district, ...values])
  return { id, title, text, street, mine: true }
}

/** Its author changes it, and who leads the street that shares it. */
export async function changePhrase(
  { tx, staff }: DeskTx,
  id: string,
  { title, text }: { readonly title: string; readonly text: string },
): Promise<Phrase> {
  const lead = [staff.role, staff.streets]
  const row = await rowOf<Row>(tx, CHANGE, [staff.district, id, staff.id, ...lead, title, text])
  if (!row) throw problem('not_found')
  return { ...row, street: row.street === '' ? null : row.street, mine: true }
}

export async function dropPhrase({ tx, staff }: DeskTx, id: string): Promise<void> {
  const dropped = await rowOf(tx, DROP, [staff.district, id, staff.id, staff.role, staff.streets])
  if (!dropped) throw problem('not_found')
}

/** Phrases of one person: more are not found again. */
const MOST = 200

type Row = Phrase & { readonly street: string }

const LIST = {
  name: 'phrase_list',
  text: `select id, title, words as text, street_id as street, owner = $2 as mine from saved_phrase
    where district_id = $1 order by street_id <> '', title, id limit 500`,
}
const COUNT = {
  name: 'phrase_count',
  text: 'select count(*)::int as count from saved_phrase where district_id = $1 and owner = $2',
}
const ADD = {
  name: 'phrase_add',
  text: `insert into saved_phrase (district_id, id, owner, street_id, title, words, created_at)
    values ($1, $2, $3, $4, $5, $6, $7)`,
}
/** As `leads` says it; row security says it once more. */
const MAY = `district_id = $1 and id = $2 and (owner = $3 or street_id <> '' and
  ($4 in ('district', 'admin') or $4 = 'supervisor' and street_id = any($5::text[])))`

const CHANGE = {
  name: 'phrase_change',
  text: `update saved_phrase set title = $6, words = $7 where ${MAY}
    returning id, title, words as text, street_id as street, true as mine`,
}
const DROP = {
  name: 'phrase_drop',
  text: `delete from saved_phrase where ${MAY} returning id`,
}
