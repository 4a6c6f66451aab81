import { assign, type Candidate } from '../../../core/routing/assign.ts'
import type { Urgency } from '../../../core/routing/urgency.ts'
import { type Instant, MINUTE } from '../../../core/time.ts'
import type { AcceptDue, GivenCase, OpenStreet } from '../../../work/ports/assignment.ts'
import { QUEUE_ORDER } from '../cases/queue-order.ts'
import { timestamp } from '../column-types.ts'
import { handOverCase } from '../households/hand-over.ts'
import { rowOf, rowsOf, type Tx } from '../pool.ts'
import { type PersonNow, peopleNow } from '../roster/people-now.ts'
import { noteDeed } from './note-deed.ts'

/** Who broke off is left to the bot that long; then somebody must call (未完成求助). */
const STILL_TALKING = 30 * MINUTE

/**
 * Gives the first case of a street's queue to one adviser (自动分派). The row of the street's rule is held, so that
 * one process at a time counts and gives; a case that somebody is just taking by hand is passed over.
 */
export async function giveNext(
  tx: Tx,
  { district, street }: OpenStreet,
  now: Instant,
  acceptDue: AcceptDue,
): Promise<GivenCase | null> {
  const rule = await rowOf<Rule>(tx, HOLD, [district, street])
  if (!rule || rule.way === 'off') return null
  const people = await peopleNow(tx, district, now)
  const candidates = await candidatesOf(tx, district, street, people)
  if (!candidates.some(({ load }) => load < rule.most)) return null
  const before = timestamp(now - STILL_TALKING)
  const waiting = await rowsOf<Waiting>(tx, WAITING, [district, street, before])
  for (const row of waiting) {
    const asked = {
      ownAdviser: row.adviser_id,
      committee: row.committee_id,
      forDuty: row.queue.startsWith('duty:'),
      passedBy: row.passed_by,
    }
    const { to, why } = assign(asked, candidates, { way: rule.way, most: rule.most })
    if (to === null) continue
    const grade = row.grade_high
    const due = acceptDue({ urgency: row.urgency, crisis: row.crisis, grade })
    const values = [district, row.id, to, timestamp(now), why, timestamp(due)]
    await rowsOf(tx, GIVE, values)
    const { household_id: household, left_by: from } = row
    const taken = { district, household, case: row.id, from, to, by: 'rounds', at: now }
    await handOverCase(tx, taken)
    await rowsOf(tx, TURN, [district, street, to, timestamp(now)])
    const detail = { person: to, reason: why }
    await noteDeed(tx, {
      district,
      street,
      case: row.id,
      at: now,
      kind: 'assigned',
      detail,
      call: to,
    })
    return { number: row.number, district, street, to, why }
  }
  return null
}

async function candidatesOf(
  tx: Tx,
  district: string,
  street: string,
  people: readonly PersonNow[],
): Promise<readonly Candidate[]> {
  const here = people.filter(
    ({ role, streets, onDuty }) => role === 'adviser' && onDuty && streets.includes(street),
  )
  if (here.length === 0) return []
  const turns = await rowsOf<{ id: string; last_at: Instant }>(tx, TURNS, [district, street])
  const areas = await rowsOf<{ id: string; committees: readonly string[] }>(tx, AREAS, [
    district,
    street,
  ])
  const lastAt = new Map(turns.map(({ id, last_at }) => [id, last_at]))
  const committees = new Map(areas.map(({ id, committees }) => [id, committees]))
  return here.map(({ id, load, crisisDuty }) => ({
    ...{ id, load, crisisDuty },
    lastAt: lastAt.get(id) ?? null,
    committees: committees.get(id) ?? [],
  }))
}

type Rule = {
  readonly way: 'off' | 'round_robin' | 'committee' | 'least_loaded'
  readonly most: number
}

type Waiting = {
  readonly id: string
  readonly household_id: string
  readonly left_by: string | null
  readonly number: string
  readonly queue: string
  readonly committee_id: string | null
  readonly urgency: Urgency
  readonly crisis: string | null
  readonly grade_high: string | null
  readonly adviser_id: string | null
  readonly passed_by: readonly string[]
}

const HOLD = {
  name: 'assign_hold',
  text: `select way, most from assignment_rule where district_id = $1 and street_id = $2
    for update skip locked`,
}
/** As many as one looks at: the first that anybody can take is given. */
const WAITING = {
  name: 'assign_waiting',
  text: `select c.id, c.number, c.household_id, c.left_by, c.queue, c.committee_id, c.urgency, c.crisis, c.grade_high, c.passed_by,
      (select coalesce(f.adviser_id, h.adviser_id) from household h
        left join household f on f.district_id = h.district_id and f.id = h.merged_into
        where h.district_id = c.district_id and h.id = c.household_id) as adviser_id
    from help_case c
    where c.district_id = $1 and c.street_id = $2 and c.status in ('waiting', 'unfinished')
      and c.offered_to is null and c.sealed is not null
      and (c.status = 'waiting' or c.opened_at < $3 or c.crisis_rank = 0)
    order by ${QUEUE_ORDER} limit 10 for no key update of c skip locked`,
}
/** Nobody has looked yet: the clock of 接手 goes on until the adviser opens it. */
const GIVE = {
  name: 'assign_give',
  text: `update help_case set status = 'claimed', stage = 'casework', claimed_by = $3, claimed_at = $4,
      assigned_at = $4, assigned_why = $5, accept_due = $6, assigned_told_at = null,
      snoozed_until = null, version = version + 1
    where district_id = $1 and id = $2`,
}
const TURN = {
  name: 'assign_turn',
  text: `insert into assignment_turn (district_id, street_id, staff_id, last_at)
    values ($1, $2, $3, $4)
    on conflict (district_id, street_id, staff_id) do update set last_at = excluded.last_at`,
}
const TURNS = {
  name: 'assign_turns',
  text: 'select staff_id as id, last_at from assignment_turn where district_id = $1 and street_id = $2',
}
const AREAS = {
  name: 'assign_areas',
  text: `select staff_id as id, array_agg(committee_id) as committees from staff_committee
    where district_id = $1 and street_id = $2 group by staff_id`,
}
