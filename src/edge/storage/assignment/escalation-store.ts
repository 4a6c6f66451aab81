import {
  calledAt,
  dueSteps,
  type EscalationStep,
  type Level,
} from '../../../core/routing/escalation.ts'
import type { Instant } from '../../../core/time.ts'
import type { Escalations, StepTaken, ToText } from '../../../work/ports/assignment.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowOf, rowsOf, type Tx } from '../pool.ts'
import { type PersonNow, peopleNow } from '../roster/people-now.ts'
import { phonesOf } from '../roster/phone.ts'
import type { KeyRing } from '../seal/key-ring.ts'
import { transaction } from '../transaction.ts'

type Parts = {
  /** Of the role hearth_turn. */
  readonly pool: Pool
  readonly ring: KeyRing
}

/** Dangers that nobody answers for go up the tree, a step at a time, each written down once. */
export function escalationStore({ pool, ring }: Parts): Escalations {
  return {
    takeSteps: async (steps, now) => {
      const open = await rowsOf<Open>(pool, OPEN, [timestamp(now), steps.length])
      const taken: StepTaken[] = []
      for (const alert of open) {
        if (dueSteps(alert.raised_at, alert.done, steps, now).length === 0) continue
        taken.push(...(await transaction(pool, null, (tx) => climb(tx, alert, steps, now))))
      }
      return taken
    },
    toText: async (now) => {
      const rows = await rowsOf<Untexted>(pool, UNTEXTED, [timestamp(now)])
      const found: ToText[] = []
      for (const { told, ...row } of rows) {
        const phones = await transaction(pool, null, (tx) => phonesOf(tx, ring, row.district, told))
        found.push({ ...row, phones })
      }
      return found
    },
    markTexted: async ({ district, alert, step }, now) => {
      await rowsOf(pool, TEXTED, [district, alert, step, timestamp(now)])
    },
  }
}

/** A level that has nobody is noted, and the next one is called at once. */
async function climb(
  tx: Tx,
  { district, id, raised_at }: Open,
  steps: readonly EscalationStep[],
  now: Instant,
): Promise<readonly StepTaken[]> {
  const alert = await rowOf<Held>(tx, HOLD, [district, id])
  if (!alert) return []
  const people = await peopleNow(tx, district, now)
  const taken: StepTaken[] = []
  let until = dueSteps(raised_at, alert.done, steps, now).at(-1)?.step ?? -1
  for (let step = alert.done; step <= until; step++) {
    const level = steps[step]?.level
    if (!level) break
    const told = calledAt(level, alert.street_id, alert.claimed_by, people)
    const first = await note(tx, { district, id, alert, step, level, told, now, people })
    if (!first) continue
    taken.push({ district, alert: id, level, told })
    if (told.length === 0 && step === until && level !== 'partner') until += 1
  }
  return taken
}

type Step = {
  readonly district: string
  readonly id: string
  readonly alert: Held
  readonly step: number
  readonly level: Level
  readonly told: readonly string[]
  readonly now: Instant
  readonly people: readonly PersonNow[]
}

/** False when another process has taken this step: it read the alert before, and held it after, this one. */
async function note(
  tx: Tx,
  { district, id, alert, step, level, told, now }: Step,
): Promise<boolean> {
  const at = timestamp(now)
  const taken = await rowsOf(tx, STEP, [district, id, step, level, alert.street_id, at, told])
  if (taken.length === 0) return false
  await rowsOf(tx, CALL, [district, told, alert.number ?? '', at])
  if (alert.case_id === null) return true
  const detail = JSON.stringify({ reason: level, count: told.length })
  await rowsOf(tx, HOLD_CASE, [district, alert.case_id])
  await rowsOf(tx, LINE, [district, alert.case_id, alert.street_id, at, detail])
  return true
}

type Open = {
  readonly district: string
  readonly id: string
  readonly raised_at: Instant
  readonly done: number
}

type Held = {
  readonly street_id: string
  readonly case_id: string | null
  readonly number: string | null
  readonly claimed_by: string | null
  readonly done: number
}

type Untexted = Omit<ToText, 'phones'> & { readonly told: readonly string[] }

const DONE = `(select count(*)::int from escalation e
    where e.district_id = a.district_id and e.alert_id = a.id)`
const OPEN = {
  name: 'escalation_open',
  text: `select a.district_id as district, a.id, a.raised_at, ${DONE} as done from alert a
    where a.acknowledged_at is null and a.tier in ('high', 'imminent') and a.raised_at <= $1
      and ${DONE} < $2
    order by a.raised_at limit 200`,
}
/** The lock makes two processes take turns; who acknowledged meanwhile is left alone. */
const HOLD = {
  name: 'escalation_hold',
  text: `select a.street_id, a.case_id, c.number, c.claimed_by, ${DONE} as done from alert a
    left join help_case c on c.district_id = a.district_id and c.id = a.case_id
    where a.district_id = $1 and a.id = $2 and a.acknowledged_at is null
    for no key update of a skip locked`,
}
const STEP = {
  name: 'escalation_step',
  text: `insert into escalation (district_id, alert_id, step, level, street_id, at, told)
    values ($1, $2, $3, $4, $5, $6, $7::uuid[]) on conflict do nothing returning step`,
}
const CALL = {
  name: 'escalation_call',
  text: `insert into notice (district_id, staff_id, id, kind, number, at)
    select $1, id, gen_random_uuid(), 'escalated', $3, $4 from unnest($2::uuid[]) as t (id)`,
}
const HOLD_CASE = {
  name: 'escalation_case',
  text: 'select id from help_case where district_id = $1 and id = $2 for no key update',
}
const LINE = {
  name: 'escalation_line',
  text: `insert into case_event (district_id, case_id, seq, street_id, at, kind, actor, detail)
    select $1, $2::uuid, coalesce(max(seq), 0) + 1, $3, $4::timestamptz, 'escalated', 'rounds', $5::jsonb
    from case_event where district_id = $1 and case_id = $2::uuid`,
}
/** Older ones are no news any more. */
const UNTEXTED = {
  name: 'escalation_untexted',
  text: `select e.district_id as district, e.alert_id as alert, e.step, e.level, e.told
    from escalation e join alert a on a.district_id = e.district_id and a.id = e.alert_id
    where e.texted_at is null and a.acknowledged_at is null
      and e.at > $1::timestamptz - interval '2 hours'
    order by e.at limit 50`,
}
const TEXTED = {
  name: 'escalation_texted',
  text: `update escalation set texted_at = $4 where district_id = $1 and alert_id = $2 and step = $3`,
}
