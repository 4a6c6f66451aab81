import { problem } from '../../../core/errors.ts'
import type { CaseStore } from '../../../work/ports/cases.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'
import type { DeskTx } from './desk-tx.ts'
import { holdCase } from './hold-case.ts'
import { record } from './record.ts'
import { touchCase } from './touch-case.ts'
import { writeLine } from './write-line.ts'

/** The first two-way contact with the resident: stops that clock. Later ones change nothing. */
export async function noteContact(
  { tx, staff, at }: Pick<DeskTx, 'tx' | 'staff' | 'at'>,
  number: string,
): Promise<void> {
  const values = [staff.district, number, timestamp(at)]
  const row = await rowOf<Contacted>(tx, CONTACT, values)
  if (!row) throw problem('not_found', { case: number })
  if (row.first) await record(tx, staff, row, 'contacted', at)
}

/** A try to reach the resident (联系记录). One that succeeded is the contact. */
export async function noteTry(
  on: DeskTx,
  number: string,
  { how, reached, note }: Parameters<CaseStore['noteTry']>[2],
): Promise<number> {
  const { tx, ring, staff, at } = on
  const held = await holdCase(tx, { staff, number, act: 'contact_try', version: null, at })
  if (reached) await noteContact(on, number)
  else await rowsOf(tx, TRY, [staff.district, held.id])
  const version = await touchCase(tx, staff, held.id)
  const words = note === '' ? {} : { words: { text: note } }
  await writeLine(tx, ring, staff, held, {
    ...{ kind: 'contact_tried', at, detail: { how, reached } },
    ...words,
  })
  return version
}

type Contacted = { readonly id: string; readonly street_id: string; readonly first: boolean }

const CONTACT = {
  name: 'case_contact',
  text: `update help_case set contacted_at = coalesce(contacted_at, $3)
    where district_id = $1 and number = $2
    returning id, street_id, contacted_at = $3 as first`,
}
const TRY = {
  name: 'case_try',
  text: `update help_case set contact_tries = contact_tries + 1 where district_id = $1 and id = $2`,
}
