import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Complaint, Complaints, NewComplaint } from '../../../work/ports/complaints.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { CaseStoreParts } from '../case-store.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { openFor, placeOf } from '../cases/household-key.ts'
import { settingsOf } from '../cases/scope.ts'
import { timestamp } from '../column-types.ts'
import { fileOfHousehold } from '../households/file-of-household.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { openDataKey } from '../seal/key-ring.ts'
import { seal } from '../seal/seal.ts'
import { transaction } from '../transaction.ts'

/** Complaints (投诉). The audit names the complaint and nobody else, so that it gives nothing away. */
export function complaintStore({ pool, ring, clock }: CaseStoreParts): Complaints {
  const as = <T>(staff: Staff, fn: (on: DeskTx) => Promise<T>) =>
    transaction(pool, settingsOf(staff), (tx) => fn({ tx, ring, staff, at: clock.now() }))
  return {
    bring: (staff, household, what) => as(staff, (on) => bring(on, household, what)),
    list: (staff) => as(staff, list),
    settle: (staff, id, version, how) => as(staff, (on) => settle(on, id, version, how)),
  }
}

async function bring(on: DeskTx, household: string, what: NewComplaint): Promise<void> {
  const { tx, ring, staff, at } = on
  const file = await fileOfHousehold(on, household)
  if (file.data_key === null) throw problem('not_found', { household })
  const { id, against, words, dueOn } = what
  const sealed = seal(openDataKey(ring, file.data_key), placeOf('complaint', id), { words })
  const place = [staff.district, id, file.street_id, file.id]
  await rowsOf(tx, BRING, [...place, against, dueOn, staff.id, timestamp(at), sealed])
  await rowsOf(tx, CALL_LEADS, [...place, against, timestamp(at)])
  await note(on, file.street_id, id, 'complaint.brought')
}

async function list(on: DeskTx): Promise<readonly Complaint[]> {
  const rows = await rowsOf<Row>(on.tx, LIST, [on.staff.district])
  return rows.map(({ data_key, sealed, against_id: against, against_name, ...row }) => {
    const key = data_key === null ? null : openDataKey(on.ring, data_key)
    const said = openFor(key, placeOf('complaint', row.id), sealed) as Said | null
    return {
      ...row,
      against: against === null ? null : { id: against, name: against_name ?? '' },
      words: said?.words ?? null,
      answer: said?.answer ?? null,
    }
  })
}

async function settle(
  on: DeskTx,
  id: string,
  version: number,
  { result, words }: Parameters<Complaints['settle']>[3],
): Promise<void> {
  const { tx, ring, staff, at } = on
  const held = await rowOf<Held>(tx, HOLD, [staff.district, id])
  if (!held || held.data_key === null) throw problem('not_found', { complaint: id })
  if (held.version !== version) throw problem('stale', { version: held.version })
  const key = openDataKey(ring, held.data_key)
  const where = placeOf('complaint', id)
  const said = openFor(key, where, held.sealed) as Said | null
  const sealed = seal(key, where, { ...said, answer: words })
  await rowsOf(tx, SETTLE, [staff.district, id, result, sealed, staff.id, timestamp(at)])
  await note(on, held.street_id, id, 'complaint.settled')
}

function note({ tx, staff, at }: DeskTx, street: string, id: string, act: string): Promise<void> {
  const { id: actor, role, district } = staff
  return appendAudit(tx, [{ district, street, actor, role, at, act, object: `complaint:${id}` }])
}

type Said = { readonly words?: string; readonly answer?: string }
type Row = Omit<Complaint, 'against' | 'words' | 'answer'> & {
  readonly against_id: string | null
  readonly against_name: string | null
  readonly data_key: Buffer | null
  readonly sealed: Buffer | null
}
type Held = {
  readonly version: number
  readonly street_id: string
  readonly sealed: Buffer | null
  readonly data_key: Buffer | null
}

/** No `returning`: who brings it may not read it. */
const BRING = {
  name: 'complaint_bring',
  text: `insert into complaint (district_id, id, street_id, household_id, against_id, source, due_on,
      by, at, sealed)
    values ($1, $2, $3, $4, $5, 'adviser', $6, $7, $8, $9) on conflict do nothing`,
}
const CALL_LEADS = {
  name: 'complaint_call_leads',
  text: `insert into notice (district_id, staff_id, id, kind, number, at)
    select $1, s.id, $2, 'complaint', c.number, $6
    from staff s
    join lateral (select number from help_case where district_id = $1 and household_id = $4
      order by opened_at desc, id limit 1) c on true
    where s.district_id = $1 and s.active and s.id is distinct from $5::uuid
      and (s.role = 'supervisor' and $3 = any(s.streets)
           or s.role = 'district' and not exists (select from staff l where l.district_id = $1
             and l.active and l.role = 'supervisor' and $3 = any(l.streets)
             and l.id is distinct from $5::uuid))
    on conflict do nothing`,
}
const LIST = {
  name: 'complaint_list',
  text: `select m.id, m.version, m.household_id as household, c.number, m.against_id,
      s.name as against_name, m.source, m.due_on::text as "dueOn", m.at, m.result, m.sealed, h.data_key
    from complaint m
    join household h on h.district_id = m.district_id and h.id = m.household_id
    left join staff s on s.district_id = m.district_id and s.id = m.against_id
    left join lateral (select number from help_case where district_id = m.district_id
      and household_id = m.household_id order by id = m.case_id desc nulls last, opened_at desc limit 1
    ) c on true
    where m.district_id = $1
    order by m.result is not null, m.due_on, m.at limit 200`,
}
const HOLD = {
  name: 'complaint_hold',
  text: `select m.version, m.street_id, m.sealed, h.data_key
    from complaint m
    join household h on h.district_id = m.district_id and h.id = m.household_id
    where m.district_id = $1 and m.id = $2 and m.result is null for no key update of m`,
}
const SETTLE = {
  name: 'complaint_settle',
  text: `update complaint set result = $3, sealed = $4, settled_by = $5, settled_at = $6,
      version = version + 1
    where district_id = $1 and id = $2`,
}
