import type { Instant } from '../../../core/time.ts'
import { addDays, shanghai } from '../../../core/time.ts'
import type { VisitWatch } from '../../../work/ports/visit-watch.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { addEvent } from '../cases/case-event.ts'
import { timestamp } from '../column-types.ts'
import { KEEP_PAST } from '../households/keep-past.ts'
import { putJobs } from '../job-store.ts'
import { type Pool, rowsOf, type Tx } from '../pool.ts'
import type { KeyRing } from '../seal/key-ring.ts'
import { transaction } from '../transaction.ts'

/** Sweeps over follow-ups, reminders and closed cases. Runs as hearth_turn; rows are locked, so each is done once. */
export function visitWatch(pool: Pool, ring: KeyRing): VisitWatch {
  const within = <T>(fn: (tx: Tx) => Promise<T>) => transaction(pool, null, fn)
  return {
    escalate: (now) => within((tx) => escalate(tx, now)),
    ringMeasures: (now) =>
      within(async (tx) => {
        const { day } = shanghai(now)
        const values = [day, addDays(day, 1), timestamp(now)]
        return (await rowsOf(tx, RING_MEASURES, values)).length
      }),
    askBefore: (now, until) => within((tx) => askBefore(tx, now, until)),
    keepAnswers: (now) =>
      within(async (tx) => {
        const values = [shanghai(now).day, timestamp(now)]
        return (await rowsOf(tx, KEEP_ANSWERS, values)).length
      }),
    askAfter: (now, from, to) => within((tx) => askAfter(tx, ring, now, from, to)),
  }
}

async function escalate(tx: Tx, now: Instant): Promise<number> {
  const late = await rowsOf<Late>(tx, LATE, [shanghai(now).day, now])
  for (const { district_id: district, household_id: household, id, street_id: street } of late) {
    await rowsOf(tx, KEEP_PAST, [district, household, id])
    await rowsOf(tx, ESCALATE, [district, household, id, timestamp(now)])
    await rowsOf(tx, CALL, [district, household, id, timestamp(now)])
    const who = { actor: 'rounds', role: 'system', district, street } as const
    const act = { act: 'reminder.late', object: `household:${household}`, at: now }
    await appendAudit(tx, [{ ...who, ...act }])
  }
  return late.length
}

async function askBefore(tx: Tx, now: Instant, until: string): Promise<number> {
  // What is long overdue is not asked about as if somebody came in two days.
  const since = addDays(shanghai(now).day, -1)
  const rows = await rowsOf<Asked>(tx, ASK_BEFORE, [since, until, now])
  await putJobs(
    tx,
    rows.map(({ id, case_id, conversation_id: conversation }) => ({
      ...{ bucket: bucketOf(conversation), id: `check_in:${id}`, kind: 'check_in', dueAt: now },
      detail: { conversation, case: case_id },
    })),
  )
  return rows.length
}

async function askAfter(tx: Tx, ring: KeyRing, now: Instant, from: Instant, to: Instant) {
  const rows = await rowsOf<Closed>(tx, CLOSED, [timestamp(from), timestamp(to)])
  for (const { district_id: district, id } of rows) {
    const event = { district, case: id, at: now, kind: 'satisfaction_asked', actor: 'rounds' }
    await addEvent(tx, ring, event)
  }
  await putJobs(
    tx,
    rows.map(({ id, conversation_id: conversation }) => ({
      ...{ bucket: bucketOf(conversation), id: `after_close:${id}`, kind: 'check_in', dueAt: now },
      detail: { conversation, case: id, flow: 'after_close' },
    })),
  )
  return rows.length
}

const bucketOf = (conversation: string) => Number.parseInt(conversation.slice(0, 2), 16)

type Late = {
  readonly district_id: string
  readonly household_id: string
  readonly id: string
  readonly street_id: string
}
type Asked = {
  readonly id: string
  readonly case_id: string
  readonly conversation_id: string
}
type Closed = {
  readonly district_id: string
  readonly id: string
  readonly conversation_id: string
}

const LATE = {
  name: 'reminders_late',
  text: `select district_id, household_id, id, street_id from file_record
    where kind = 'reminder' and is_open and state = 'sent' and due_on <= $1
      and (detail->>'dueAt')::bigint <= $2
    order by due_on limit 100 for no key update skip locked`,
}
const ESCALATE = {
  name: 'reminder_escalate',
  text: `update file_record set state = 'late', version = version + 1, changed_by = 'rounds',
      changed_at = $4
    where district_id = $1 and household_id = $2 and id = $3`,
}
/** Who asked, and those who lead the street; the district where nobody leads it. */
const CALL = {
  name: 'reminder_late_call',
  text: `insert into notice (district_id, staff_id, id, kind, number, at)
    select r.district_id, s.id, gen_random_uuid(), 'reminder_late', c.number, $4
    from file_record r
    join lateral (select number from help_case where district_id = r.district_id
      and household_id = r.household_id order by opened_at desc, id limit 1) c on true
    join staff s on s.district_id = r.district_id and s.active
      and (s.id::text = r.by or s.role = 'supervisor' and r.street_id = any(s.streets)
           or s.role = 'district' and not exists (select from staff l
             where l.district_id = r.district_id and l.active and l.role = 'supervisor'
               and r.street_id = any(l.streets)))
    where r.district_id = $1 and r.household_id = $2 and r.id = $3`,
}
/** Moved to another day it rings anew. */
const RING_MEASURES = {
  name: 'measures_to_ring',
  text: `with due as (
      select district_id, household_id, id, owner_id,
        case when due_on > $1 then 'measure_soon' else 'measure_due' end as rings, due_on
      from file_record
      where kind = 'measure' and is_open and due_on <= $2 and owner_id is not null
        and detail->>'rung' is distinct from
          (case when due_on > $1 then 'measure_soon ' else 'measure_due ' end || due_on::text)
      order by due_on limit 200 for no key update skip locked
    ), rung as (
      update file_record r
      set detail = r.detail || jsonb_build_object('rung', d.rings || ' ' || d.due_on::text)
      from due d
      where r.district_id = d.district_id and r.household_id = d.household_id and r.id = d.id
    ), called as (
      insert into notice (district_id, staff_id, id, kind, number, at, about)
      select d.district_id, s.id, gen_random_uuid(), d.rings, c.number, $3,
      'households/' || d.household_id || '/plan'
    from due d
    join staff s on s.district_id = d.district_id and s.id = d.owner_id and s.active
    join lateral (select number from help_case where district_id = d.district_id
      and household_id = d.household_id order by opened_at desc, id limit 1) c on true
    )
    select id from due`,
}
const ASK_BEFORE = {
  name: 'follow_ups_to_ask',
  text: `update file_record r set detail = r.detail || jsonb_build_object('asked', $3::bigint)
    from help_case c
    where (r.district_id, r.household_id, r.id) in (
        select district_id, household_id, id from file_record
        where kind = 'follow_up' and is_open and due_on between $1 and $2
          and case_id is not null and not detail ? 'asked'
        order by due_on limit 100 for no key update skip locked)
      and c.district_id = r.district_id and c.id = r.case_id and c.conversation_id is not null
      and c.status <> 'withdrawn'
    returning r.id, r.case_id, c.conversation_id`,
}
const KEEP_ANSWERS = {
  name: 'follow_ups_answered',
  text: `update file_record r
    set detail = r.detail || jsonb_build_object('answer', e.how),
      due_on = case when e.how = 'worse' then least(r.due_on, $1::date) else r.due_on end,
      version = r.version + case when e.how = 'worse' and r.due_on > $1::date then 1 else 0 end,
      changed_at = $2
    from (
      select f.district_id, f.household_id, f.id, a.how
      from file_record f
      join lateral (select detail->>'how' as how from case_event
        where district_id = f.district_id and case_id = f.case_id and kind = 'check_in_answered'
          and at >= to_timestamp((f.detail->>'asked')::bigint / 1000.0)
        order by seq desc limit 1) a on true
      where f.kind = 'follow_up' and f.is_open and f.detail ? 'asked' and not f.detail ? 'answer'
      limit 200 for no key update of f skip locked
    ) e
    where r.district_id = e.district_id and r.household_id = e.household_id and r.id = e.id
    returning r.id`,
}
const CLOSED = {
  name: 'cases_to_ask_after',
  text: `select c.district_id, c.id, c.conversation_id from help_case c
    where c.status = 'closed' and c.closed_at between $1 and $2 and c.conversation_id is not null
      and c.outcome in ('helped', 'referred', 'no_need')
      and not exists (select from case_event e where e.district_id = c.district_id
        and e.case_id = c.id and e.kind = 'satisfaction_asked' and e.at >= c.closed_at)
    order by c.closed_at limit 100 for no key update of c skip locked`,
}
