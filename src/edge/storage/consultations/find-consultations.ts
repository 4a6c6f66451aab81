import { problem } from '../../../core/errors.ts'
import type { KeptConsultation } from '../../../work/ports/consultations.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { noteInAudit } from '../households/open-household.ts'
import { RECORD_ROWS, type RecordRow, recordOf } from '../households/record-row.ts'
import { rowsOf, type Tx } from '../pool.ts'

/** One conference with its opinions; that it was read is recorded. */
export async function findConsultation(on: DeskTx, id: string): Promise<KeptConsultation> {
  const found = await seen(on, id)
  const { record } = found
  await noteInAudit(on, { id: record.household, street_id: found.street }, 'consultation.read')
  return found
}

/** Of own streets, then those that this person was asked to elsewhere. */
export async function listConsultations(on: DeskTx): Promise<readonly KeptConsultation[]> {
  const own = await rowsOf<RecordRow>(on.tx, ALL, [on.staff.district])
  const known = new Set(own.map(({ id }) => id))
  const asked = (await askedTo(on)).filter(({ consultation_id: id }) => !known.has(id))
  if (asked.length > 0) await admit(on.tx, asked.flatMap(idsOf))
  const beyond = await rowsOf<RecordRow>(on.tx, SOME, [
    on.staff.district,
    asked.map(({ consultation_id: id }) => id),
  ])
  return [
    ...own.filter((row) => maySee(on, row)).map((row) => kept(on, row, [])),
    ...beyond.filter((row) => maySee(on, row)).map((row) => kept(on, row, [])),
  ]
}

type Seen = KeptConsultation & { readonly street: string }

/** Seen by the street it is about, else by who was asked to it: that opens it for the transaction. */
export async function seen(on: DeskTx, id: string): Promise<Seen> {
  const rows = (ids: readonly string[]) => rowsOf<RecordRow>(on.tx, SOME, [on.staff.district, ids])
  const [own] = await rows([id])
  if (own && !maySee(on, own)) throw problem('not_found', { consultation: id })
  if (own) return { ...kept(on, own, await opinionsOf(on, id)), street: own.street_id }
  const asked = (await askedTo(on)).find(({ consultation_id: each }) => each === id)
  if (!asked) throw problem('not_found', { consultation: id })
  await admit(on.tx, idsOf(asked))
  const [row] = await rows([id])
  if (!row || !maySee(on, row)) throw problem('not_found', { consultation: id })
  const opinions = await opinionsOf(on, id)
  await admit(on.tx, [...idsOf(asked), ...opinions.map((each) => each.id)])
  return { ...kept(on, row, opinions), street: row.street_id }
}

/** Lets the rest of the transaction see these (policies `consulted` of migration 0083). */
async function admit(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query("select set_config('app.consulted', $1, true)", [ids.join(',')])
}

function kept(on: DeskTx, row: RecordRow, opinions: readonly RecordRow[]) {
  const record = recordOf(on.ring, row)
  const beyond = isBeyond(on, row)
  return { record, opinions: opinions.map((each) => recordOf(on.ring, each)), beyond }
}

/** From beyond the street, the district's own people among them, only members see a conference. */
const maySee = (on: DeskTx, row: RecordRow) => !isBeyond(on, row) || isMember(row, on.staff.id)

function isBeyond({ staff }: DeskTx, { street_id: street, by }: RecordRow): boolean {
  return street !== '' && by !== staff.id && !staff.streets.includes(street)
}

/** Who was taken off the list of members again sees it no more. */
function isMember({ detail }: RecordRow, staff: string): boolean {
  return Array.isArray(detail.members) && detail.members.includes(staff)
}

type Asked = { readonly consultation_id: string; readonly household_id: string }

const askedTo = ({ tx, staff }: DeskTx) => rowsOf<Asked>(tx, ASKED, [staff.district, staff.id])

const idsOf = ({ consultation_id, household_id }: Asked) => [consultation_id, household_id]

const opinionsOf = (on: DeskTx, id: string) =>
  rowsOf<RecordRow>(on.tx, OPINIONS, [on.staff.district, id])

const ASKED = {
  name: 'consultation_asked',
  text: `select consultation_id, household_id from consultation_member
    where district_id = $1 and staff_id = $2 order by at desc limit 200`,
}
const ALL = {
  name: 'consultations_all',
  text: `${RECORD_ROWS} where r.district_id = $1 and r.kind = 'consultation'
    order by r.is_open desc, r.at desc limit 200`,
}
const SOME = {
  name: 'consultations_some',
  text: `${RECORD_ROWS} where r.district_id = $1 and r.id = any($2::uuid[])
      and r.kind = 'consultation'
    order by r.is_open desc, r.at desc`,
}
const OPINIONS = {
  name: 'consultation_opinions',
  text: `${RECORD_ROWS} where r.district_id = $1 and r.group_id = $2 and r.kind = 'opinion'
    order by r.at, r.id`,
}
