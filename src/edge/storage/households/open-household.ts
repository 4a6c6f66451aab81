import { problem } from '../../../core/errors.ts'
import type { HouseholdHead } from '../../../work/ports/household-files.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { fileOfHousehold } from './file-of-household.ts'
import { handOverHousehold } from './hand-over.ts'
import { headsOf } from './head-of.ts'

/** Opens a file; that it was read is recorded in the same transaction. */
export async function openHousehold(on: DeskTx, idOrNumber: string): Promise<HouseholdHead> {
  const file = await fileOfHousehold(on, idOrNumber)
  const [head] = await headsOf(on, [file.id])
  if (!head) throw problem('not_found', { household: idOrNumber })
  await noteInAudit(on, file, 'household.read')
  return head
}

/** Who looks after this household from now on (责任顾问). */
export async function setAdviser(
  on: DeskTx,
  household: string,
  adviser: string | null,
): Promise<void> {
  const file = await fileOfHousehold(on, household)
  if (adviser !== null && !(await works(on, adviser, file.street_id)))
    throw problem('bad_request', { field: 'adviser' })
  const { tx, staff, at } = on
  const { id: by, district } = staff
  await rowsOf(tx, SET, [district, file.id, adviser])
  const from = file.adviser_id
  if (from !== null && adviser !== null) {
    await handOverHousehold(tx, { district, household: file.id, from, to: adviser, by, at })
  }
  await noteInAudit(on, file, 'household.adviser')
}

/** What left the house, and what for. */
export async function noteExport(
  on: DeskTx,
  household: string,
  { purpose, parts }: { readonly purpose: string; readonly parts: readonly string[] },
): Promise<void> {
  const file = await fileOfHousehold(on, household)
  await noteInAudit(on, file, 'household.exported', parts, purpose)
}

/** One row of the audit about a household. */
export async function noteInAudit(
  { tx, staff, at }: DeskTx,
  { id, street_id: street }: { readonly id: string; readonly street_id: string },
  act: string,
  fields: readonly string[] = [],
  reason = '',
): Promise<void> {
  const { id: actor, role, district } = staff
  await appendAudit(tx, [
    { district, street, actor, role, at, act, object: `household:${id}`, fields, reason },
  ])
}

async function works({ tx, staff }: DeskTx, adviser: string, street: string): Promise<boolean> {
  return (await rowOf(tx, WORKS, [staff.district, adviser, street])) !== null
}

/** Only who may see the street can look after a household in it. */
const WORKS = {
  name: 'household_may_advise',
  text: `select 1 as yes from staff where district_id = $1 and id = $2 and active
    and (role in ('district', 'admin') or streets @> array[$3::text])`,
}
const SET = {
  name: 'household_set_adviser',
  text: 'update household set adviser_id = $3 where district_id = $1 and id = $2',
}
