import type { CaseFile } from '../../../core/casework/case-file.ts'
import type { CaseUpdate } from '../../../work/ports/cases.ts'
import { withOwnAdviser } from '../households/own-adviser.ts'
import { rowOf, rowsOf, type Tx } from '../pool.ts'
import { type KeyRing, openDataKey } from '../seal/key-ring.ts'
import { seal } from '../seal/seal.ts'
import { CASE_COLUMNS, columnsOf } from './case-columns.ts'
import { addEvent } from './case-event.ts'
import { fileAssessment, resultOf } from './file-assessment.ts'
import { filePerson } from './file-person.ts'
import { placeOf } from './household-key.ts'
import { openNoted } from './noted.ts'
import { sealCard } from './seal-card.ts'

/**
 * What the dialog has learned since. People's decisions stand: a claimed, closed or withdrawn case
 * keeps its status, a confirmed assessment its grade, danger is only raised, clocks only come nearer. With one exception: a case that
 * a corrected address moves to another street waits there, because its adviser no longer sees it.
 * False when there is no such case, or it was erased.
 */
export async function updateCase(
  tx: Tx,
  ring: KeyRing,
  { file: told, at }: CaseUpdate,
): Promise<boolean> {
  const hash = told.assessment?.model.hash ?? null
  const held = await rowOf<Held>(tx, HOLD, [told.id, resultOf(told), hash])
  if (!held?.data_key) return false
  const key = openDataKey(ring, held.data_key)
  const kept = keepPlaced(told, held)
  const file = held.placed ? kept : await withOwnAdviser(tx, ring, kept)
  const { district, street = '' } = file.route
  const moves = held.district_id !== district || held.street_id !== street
  if (moves) {
    await rowsOf(tx, PART, [held.district_id, held.id])
    for (const move of MOVES) await rowsOf(tx, move, [held.district_id, held.id, district, street])
  }
  const sealed = seal(key, placeOf('help_case', file.id), file)
  const values = [held.district_id, file.id, sealed, district, sealCard(key, file)]
  await rowsOf(tx, UPDATE, [...values, ...columnsOf(file)])
  if (moves) await tellMove(tx, ring, held, file, at)
  const person = { ...file, ...openNoted(key, file.id, held.noted) }
  await filePerson(tx, ring, key, person, moves ? null : held)
  await fileAssessment(tx, key, file, at, { seq: held.assessed, same: held.same })
  return true
}

/** An address taken back leaves the case with the adviser who has it, not with nobody. */
function keepPlaced(file: CaseFile, held: Held): CaseFile {
  const isTaken = (held.status === 'claimed' || held.placed) && held.street_id !== ''
  if (file.route.street !== undefined || !isTaken) return file
  const { district_id: district, street_id: street, committee_id: committee, queue } = held
  const home = committee === null ? {} : { committee }
  // Why it stands there is what the person said, no longer that nobody knew.
  const why = held.placed ? held.route : {}
  return { ...file, route: { ...file.route, ...why, district, street, queue, ...home } }
}

async function tellMove(tx: Tx, ring: KeyRing, held: Held, file: CaseFile, at: number) {
  const { district, street = '' } = file.route
  const detail = { from: held.street_id, to: street, taken: held.status === 'claimed' }
  await addEvent(tx, ring, { district, case: file.id, at, kind: 'moved', actor: 'bot', detail })
}

type Held = {
  readonly id: string
  readonly district_id: string
  readonly street_id: string
  readonly committee_id: string | null
  readonly household_id: string
  readonly status: string
  /** A person has said where the home is. */
  readonly placed: boolean
  readonly queue: string
  readonly route: Pick<CaseFile['route'], 'rule' | 'facts' | 'formal'>
  readonly noted: Buffer | null
  /** Null after an erasure. */
  readonly data_key: Buffer | null
  readonly search: readonly Buffer[] | null
  readonly phone_index: Buffer | null
  /** Number of the latest assessment, and whether it says the same. */
  readonly assessed: number
  readonly same: boolean
}

/** By id alone: a corrected address may have changed the district, which is part of the key. */
const HOLD = {
  name: 'case_hold',
  text: `select c.id, c.district_id, c.street_id, c.committee_id, c.household_id, c.status,
           c.queue, c.route, c.noted,
           c.placed_at is not null as placed, h.data_key,
           p.search, p.phone_index, coalesce(a.seq, 0) as assessed, coalesce(a.same, false) as same
         from help_case c
         join household h on h.district_id = c.district_id and h.id = c.household_id
         left join person p on p.district_id = c.district_id and p.household_id = c.household_id
           and p.id = c.household_id
         left join lateral (
           select seq, result = $2::jsonb and model_hash = $3::text as same from assessment
           where district_id = c.district_id and case_id = c.id order by seq desc limit 1
         ) a on true
         where c.id = $1 for update of c`,
}

/** Streets do not see each other's files: one that was joined to another is its own again. */
const PART = {
  name: 'case_move_part',
  text: `update household set merged_into = null
    where district_id = $1 and (merged_into = $2 or id = $2 and merged_into is not null)`,
}

/** Whoever must see the case after a corrected address must see all of it. */
const MOVES = [
  ['household', 'id'],
  ['person', 'household_id'],
  ['person_token', 'household_id'],
  ['file_record', 'household_id'],
  ['file_record_past', 'household_id'],
  ['outside_link', 'household_id'],
  ['assessment', 'case_id'],
  ['case_event', 'case_id'],
  ['alert', 'case_id'],
].map(([table, column]) => ({
  name: `case_move_${table}`,
  text: `update ${table} set district_id = $3, street_id = $4 where district_id = $1 and ${column} = $2`,
}))

const FIXED = 5
const told = (column: (typeof CASE_COLUMNS)[number]) =>
  `$${FIXED + 1 + CASE_COLUMNS.indexOf(column)}`

/** A taken case that is now another street's. */
const MOVED_AWAY = `status = 'claimed' and street_id <> ${told('street_id')}`
const KEPT: Readonly<Record<string, string>> = {
  status: `case when status = 'unfinished' then ${told('status')}
                when ${MOVED_AWAY} then 'waiting' else status end`,
  stage: `case when status in ('unfinished', 'waiting') then ${told('stage')}
               when ${MOVED_AWAY} then 'routing' else stage end`,
  crisis: raised('crisis'),
  crisis_type: raised('crisis_type'),
  acknowledge_due: `least(acknowledge_due, ${told('acknowledge_due')})`,
  contact_due: `least(contact_due, ${told('contact_due')})`,
  ...Object.fromEntries(
    (['grade', 'grade_low', 'grade_high', 'points_low', 'points_high'] as const).map((column) => [
      column,
      `case when confirmed_at is null then ${told(column)} else ${column} end`,
    ]),
  ),
}
const OF_ADVISER = ['claimed_by', 'claimed_at', 'acknowledged_at'].map(
  (column) => `${column} = case when ${MOVED_AWAY} then null else ${column} end`,
)
const UPDATE = {
  name: 'case_update',
  text: `update help_case set district_id = $4, version = version + 1, sealed = $3, card = $5, snoozed_until = null,
    offered_to = case when street_id <> ${told('street_id')} then null else offered_to end,
    left_by = coalesce(claimed_by, left_by),
    ${OF_ADVISER.join(', ')},
    ${CASE_COLUMNS.map((column) => `${column} = ${KEPT[column] ?? told(column)}`).join(', ')}
    where district_id = $1 and id = $2`,
}

function raised(column: 'crisis' | 'crisis_type'): string {
  const tiers = `array['none', 'watch', 'high', 'imminent']`
  const rank = (value: string) => `coalesce(array_position(${tiers}, ${value}::text), 0)`
  const higher = `${rank(told('crisis'))} >= ${rank('crisis')}`
  return `case when ${higher} then ${told(column)} else ${column} end`
}
