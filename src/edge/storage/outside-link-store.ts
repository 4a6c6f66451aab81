import { createHash, randomBytes } from 'node:crypto'
import { problem } from '../../core/errors.ts'
import type { Staff } from '../../core/people/role.ts'
import type { FileRecord } from '../../work/ports/household-files.ts'
import type { OutsideLinks } from '../../work/ports/outside-links.ts'
import type { CaseStoreParts } from './case-store.ts'
import type { DeskTx } from './cases/desk-tx.ts'
import { settingsOf } from './cases/scope.ts'
import { timestamp } from './column-types.ts'
import { fileOfHousehold } from './households/file-of-household.ts'
import { listRecords } from './households/list-records.ts'
import { noteInAudit } from './households/open-household.ts'
import { changeRecord } from './households/write-record.ts'
import { rowOf, rowsOf } from './pool.ts'
import { transaction } from './transaction.ts'

export type OutsideLinkParts = CaseStoreParts & { readonly district: string }

/** Links for partners and other offices. Whoever holds one acts as 'partner' on its one record. */
export function outsideLinkStore({ pool, ring, clock, district }: OutsideLinkParts): OutsideLinks {
  const as = <T>(staff: Staff, fn: (on: DeskTx) => Promise<T>) =>
    transaction(pool, settingsOf(staff), (tx) => fn({ tx, ring, staff, at: clock.now() }))
  const holding = <T>(
    token: string,
    kinds: readonly string[],
    fn: (on: DeskTx, link: LinkRow) => Promise<T>,
  ) =>
    as({ ...HOLDER, district }, async (on) => {
      const link = await openLink(on, token, kinds)
      const staff = { ...on.staff, streets: [link.street_id] }
      return fn({ ...on, staff }, link)
    })
  return {
    make: (staff, household, record, expiresAt) =>
      as(staff, (on) => makeLink(on, household, record, expiresAt)),
    end: (staff, record) => as(staff, (on) => endLinks(on, record)),
    read: (token, kinds) =>
      holding(token, kinds, async (on, link) => {
        const file = await fileOfHousehold(on, link.household_id)
        const found = await recordOfLink(on, link)
        await noteInAudit(on, file, `${link.kind}.read`)
        return found
      }),
    answer: (token, kinds, version, change) =>
      holding(token, kinds, async (on, link) => {
        const { household_id: household, record_id: id } = link
        const { change: how, last } = change(await recordOfLink(on, link))
        const changed = await changeRecord(on, household, id, version, how)
        if (last) await endLinks(on, id)
        const told = [district, household, id, link.kind, timestamp(on.at)]
        await rowsOf(on.tx, CALL_OWNER, told)
        return changed
      }),
  }
}

/** Nobody of the house: no street, until the link has been looked up. */
const HOLDER: Omit<Staff, 'district'> = {
  ...{ id: 'partner', login: 'partner', name: '' },
  ...{ role: 'adviser', streets: [] },
}

async function makeLink(
  on: DeskTx,
  household: string,
  { id, kind }: Pick<FileRecord, 'id' | 'kind'>,
  expiresAt: number,
): Promise<string> {
  const { tx, staff, at } = on
  const file = await fileOfHousehold(on, household)
  await endLinks(on, id)
  const token = randomBytes(32).toString('base64url')
  await rowsOf(tx, MAKE, [
    ...[staff.district, hashOf(token), file.street_id, file.id, id, kind, staff.id],
    ...[timestamp(at), timestamp(expiresAt)],
  ])
  await noteInAudit(on, file, `${kind}.link`)
  return token
}

async function endLinks({ tx, staff, at }: DeskTx, record: string): Promise<void> {
  await rowsOf(tx, END, [staff.district, record, timestamp(at)])
}

/** The database shows the one row whose token is held, and from then on the street of it. */
async function openLink(
  { tx, staff, at }: DeskTx,
  token: string,
  kinds: readonly string[],
): Promise<LinkRow> {
  const hash = hashOf(token)
  await rowsOf(tx, HOLD, [hash.toString('hex')])
  const link = await rowOf<LinkRow>(tx, OPEN, [staff.district, hash, timestamp(at), kinds])
  if (!link) throw problem('not_found')
  await rowsOf(tx, SEE, [link.street_id])
  return link
}

async function recordOfLink(on: DeskTx, link: LinkRow): Promise<FileRecord> {
  const records = await listRecords(on, link.household_id, [link.kind])
  const found = records.find(({ id }) => id === link.record_id)
  if (!found || found.body === null) throw problem('not_found')
  return found
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()

type LinkRow = {
  readonly street_id: string
  readonly household_id: string
  readonly record_id: string
  readonly kind: string
}

const MAKE = {
  name: 'outside_link_make',
  text: `insert into outside_link
      (district_id, token_hash, street_id, household_id, record_id, kind, by, at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
}
const END = {
  name: 'outside_link_end',
  text: `update outside_link set ended_at = $3
    where district_id = $1 and record_id = $2 and ended_at is null`,
}
/** Whoever sees to it hears that an answer is there. */
const CALL_OWNER = {
  name: 'outside_link_call',
  text: `insert into notice (district_id, staff_id, id, kind, number, at)
    select r.district_id, s.id, gen_random_uuid(),
      case when $4 = 'reminder' then 'reminder_replied' else 'outside_answered' end, c.number, $5
    from file_record r
    join staff s on s.district_id = r.district_id and s.id = r.owner_id and s.active
    join lateral (select number from help_case where district_id = r.district_id
      and household_id = r.household_id order by opened_at desc, id limit 1) c on true
    where r.district_id = $1 and r.household_id = $2 and r.id = $3`,
}
const HOLD = { name: 'outside_link_hold', text: `select set_config('app.link', $1, true)` }
const SEE = { name: 'outside_link_see', text: `select set_config('app.streets', $1, true)` }
const OPEN = {
  name: 'outside_link_open',
  text: `select street_id, household_id, record_id, kind from outside_link
    where district_id = $1 and token_hash = $2 and ended_at is null and expires_at > $3
      and kind = any($4::text[])`,
}
