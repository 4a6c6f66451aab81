import { DAY, type Instant } from '../../../core/time.ts'
import type { Telling, ToldKind } from '../../../work/ports/intake.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowOf, rowsOf } from '../pool.ts'

/**
 * Fills the outbox from the history of the cases, each line once. One statement: what it has seen and
 * what it wrote go together, and two processes that do it at once write the same rows.
 */
export async function collectTellings(pool: Pool, district: string, now: Instant): Promise<number> {
  const row = await rowOf<{ count: number }>(pool, COLLECT, [district, timestamp(now)])
  await rowsOf(pool, FORGET, [district, timestamp(now - KEPT)])
  return row?.count ?? 0
}

/** A case that was closed so long ago is not opened again under its old order. */
const KEPT = 90 * DAY

export async function claimTellings(
  pool: Pool,
  district: string,
  now: Instant,
  until: Instant,
  limit: number,
): Promise<readonly Telling[]> {
  const values = [district, timestamp(now), timestamp(until), limit]
  return (await rowsOf<Row>(pool, CLAIM, values)).map((row) => {
    const { case_id: caseId, number: order, detail, ...rest } = row
    const { case: number, street, outcome } = detail
    return { ...rest, district, caseId, order, case: number, street: street || null, outcome }
  })
}

export async function markTold(
  pool: Pool,
  district: string,
  { caseId, seq }: Telling,
  at: Instant,
): Promise<void> {
  await rowsOf(pool, TOLD, [district, caseId, seq, timestamp(at)])
}

/** Null: never again by itself. */
export async function postponeTelling(
  pool: Pool,
  district: string,
  { caseId, seq }: Telling,
  dueAt: Instant | null,
): Promise<void> {
  const due = dueAt === null ? null : timestamp(dueAt)
  await rowsOf(pool, POSTPONE, [district, caseId, seq, due])
}

type Row = {
  readonly case_id: string
  readonly seq: number
  readonly source: Telling['source']
  readonly number: string
  readonly what: ToldKind
  readonly at: Instant
  readonly tries: number
  readonly detail: {
    readonly case: string
    readonly street: string
    readonly outcome: string | null
  }
}

/** Lines of the history by what a sender is told; `moved` and `placed` are transfers by residence. */
const KINDS = `(values ('claimed', 'claimed'), ('contacted', 'contacted'), ('closed', 'closed'),
  ('reopened', 'reopened'), ('transfer_accepted', 'transferred'), ('placed', 'transferred'),
  ('moved', 'transferred')) as k (kind, what)`

const COLLECT = {
  name: 'intake_collect',
  text: `with news as (
      select o.source, o.number, o.case_id, o.case_number, e.seq, e.at, k.what,
        coalesce(e.detail->>'to', c.street_id) as street, e.detail->>'outcome' as outcome
      from intake_order o
      join help_case c on c.id = o.case_id
      join case_event e on e.district_id = c.district_id and e.case_id = c.id and e.seq > o.told_seq
      join ${KINDS} on k.kind = e.kind
      where o.district_id = $1 and o.watched
    ), put as (
      insert into intake_telling (district_id, case_id, seq, source, number, what, at, detail, due_at)
      select $1, case_id, seq, source, number, what, at,
        jsonb_build_object('case', case_number, 'street', street, 'outcome', outcome), $2
      from news on conflict do nothing returning case_id
    ), seen as (
      update intake_order o set told_seq = n.seq
      from (select source, number, max(seq) as seq from news group by source, number) n
      where o.district_id = $1 and o.source = n.source and o.number = n.number and o.told_seq < n.seq
      returning o.case_id
    )
    select (select count(*) from put)::int as count`,
}
const FORGET = {
  name: 'intake_forget',
  text: `update intake_order o set watched = false from help_case c
    where o.district_id = $1 and o.watched and c.id = o.case_id
      and (c.status = 'withdrawn' or c.status = 'closed' and c.closed_at < $2)`,
}
const CLAIM = {
  name: 'intake_claim',
  text: `update intake_telling t set lease_until = $3, tries = tries + 1 from (
      select case_id, seq from intake_telling
      where district_id = $1 and told_at is null and due_at <= $2
        and (lease_until is null or lease_until < $2)
      order by due_at, case_id, seq limit $4 for update skip locked
    ) free
    where t.district_id = $1 and t.case_id = free.case_id and t.seq = free.seq
    returning t.case_id, t.seq, t.source, t.number, t.what, t.at, t.detail, t.tries - 1 as tries`,
}
const TOLD = {
  name: 'intake_told',
  text: `update intake_telling set told_at = $4, lease_until = null
    where district_id = $1 and case_id = $2 and seq = $3`,
}
const POSTPONE = {
  name: 'intake_postpone',
  text: `update intake_telling set due_at = $4, lease_until = null
    where district_id = $1 and case_id = $2 and seq = $3`,
}
