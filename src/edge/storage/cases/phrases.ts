import { randomUUID } from 'node:crypto'
import { problem } from '../../../core/errors.ts'
import type { CaseStore } from '../../../work/ports/cases.ts'
import type { Phrase } from '../../../work/ports/desk.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'
import type { DeskTx } from './desk-tx.ts'

/** Saved phrases (快捷短语): one's own first, then those of one's streets. */
export async function listPhrases({ tx, staff }: DeskTx): Promise<readonly Phrase[]> {
  const rows = await rowsOf<Row>(tx, LIST, [staff.district, staff.id])
  return rows.map(({ street, ...row }) => ({ ...row, street: street === '' ? null : street }))
}

export async function addPhrase(
  { tx, staff, at }: DeskTx,
  { title, text, street }: Parameters<CaseStore['addPhrase']>[1],
): Promise<Phrase> {
  if (street !== null && !staff.streets.includes(street)) throw problem('not_allowed')
  const count = await rowOf<{ count: number }>(tx, COUNT, [staff.district, staff.id])
  if ((count?.count ?? 0) >= MOST) throw problem('too_many', { limit: MOST })
  const id = randomUUID()
  const values = [id, staff.id, street ?? '', title, text, timestamp(at)]
  await rowsOf(tx, ADD, [staff.district, ...values])
  return { id, title, text, street, mine: true }
}

/** Only its author takes one away. */
export async function dropPhrase({ tx, staff }: DeskTx, id: string): Promise<void> {
  const dropped = await rowOf(tx, DROP, [staff.district, id, staff.id])
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
const DROP = {
  name: 'phrase_drop',
  text: `delete from saved_phrase where district_id = $1 and id = $2 and owner = $3 returning id`,
}
