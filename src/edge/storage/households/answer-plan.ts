import { shanghai } from '../../../core/time.ts'
import type { Write } from '../../../work/ports/cases-in-turn.ts'
import { openFor, placeOf } from '../cases/household-key.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf, type Tx } from '../pool.ts'
import { type KeyRing, openDataKey } from '../seal/key-ring.ts'
import { seal } from '../seal/seal.ts'
import { KEEP_PAST } from './keep-past.ts'

type Answered = Extract<Write, { readonly kind: 'answer_plan' }>

/**
 * What a household answered in the talk stands in the plan it was asked about, with its words and its day, and whose
 * plan it is hears of it. An answer to a plan that was reworded meanwhile stands in the history of the case alone.
 * Runs as hearth_turn.
 */
export async function answerPlan(tx: Tx, ring: KeyRing, told: Answered): Promise<void> {
  const { case: ref, answer, words, at } = told
  const held = await rowOf<Held>(tx, HOLD, [ref.district, ref.id])
  if (!held?.data_key) return
  const key = openDataKey(ring, held.data_key)
  const where = placeOf('file_record', held.id)
  const body = openFor(key, where, held.sealed)
  if (typeof body !== 'object' || body === null) return
  const kept = held.detail.agreement
  const agreement =
    answer === null
      ? kept
      : { answer, by: 'chat', on: shanghai(at).day, staff: held.detail.asked.by }
  const sealed = seal(key, where, { ...body, agreementWords: words ?? '' })
  const values = [ref.district, held.household_id, held.id]
  await rowsOf(tx, KEEP_PAST, values)
  await rowsOf(tx, ANSWER, [...values, JSON.stringify({ agreement }), sealed, timestamp(at)])
  if (answer !== null) await rowsOf(tx, CALL, [...values, told.id, ref.number, timestamp(at)])
}

type Held = {
  readonly id: string
  readonly household_id: string
  readonly sealed: Buffer | null
  readonly data_key: Buffer | null
  readonly detail: {
    readonly asked: { readonly by: string }
    readonly agreement?: unknown
  }
}

/** The one that was asked about last, in the file of the case. */
const HOLD = {
  name: 'plan_answer_hold',
  text: `select r.id, r.household_id, r.sealed, r.detail, o.data_key
    from help_case c
    join household h on h.district_id = c.district_id and h.id = c.household_id
    join household o on o.district_id = h.district_id
      and (o.id = coalesce(h.merged_into, h.id) or o.merged_into = coalesce(h.merged_into, h.id))
    join file_record r on r.district_id = o.district_id and r.household_id = o.id
    where c.district_id = $1 and c.id = $2 and r.kind = 'plan' and r.is_open
      and r.detail->'asked'->>'case' = c.id::text
    order by r.detail->'asked'->>'on' desc, r.changed_at desc limit 1
    for no key update of r`,
}
const ANSWER = {
  name: 'plan_answer',
  text: `update file_record set detail = detail || $4::jsonb, sealed = $5, changed_by = 'turn',
      changed_at = $6, version = version + 1
    where district_id = $1 and household_id = $2 and id = $3`,
}
/** Its author, and who asked. */
const CALL = {
  name: 'plan_answer_call',
  text: `insert into notice (district_id, staff_id, id, kind, number, at, about)
    select r.district_id, s.id, $4, 'plan_answered', $5, $6, 'households/' || r.household_id || '/plan'
    from file_record r
    join staff s on s.district_id = r.district_id and s.active
      and (s.id = r.owner_id or s.id::text = r.detail->'asked'->>'by')
    where r.district_id = $1 and r.household_id = $2 and r.id = $3
    on conflict do nothing`,
}
