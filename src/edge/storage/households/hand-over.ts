import { WORK_KINDS } from '../../../core/casework/work-kinds.ts'
import type { Instant } from '../../../core/time.ts'
import { timestamp } from '../column-types.ts'
import { rowsOf, type Tx } from '../pool.ts'
import { keepPastOf } from './keep-past.ts'

export type TakenCase = {
  readonly district: string
  readonly household: string
  readonly case: string
  /** Who had the case before; null = nobody. */
  readonly from: string | null
  readonly to: string
  /** Staff id, or the part of the house. */
  readonly by: string
  readonly at: Instant
}

/**
 * With a case goes what is still to be done in it: visits, reminders, measures, tasks of whom had it before, of
 * nobody, and of whoever cannot see the street any more. What the household's own adviser does beside the case stays
 * theirs. Every record keeps its past.
 */
export async function handOverCase(tx: Tx, taken: TakenCase): Promise<void> {
  const { district, household, case: id, from, to, by, at } = taken
  await rowsOf(tx, OF_CASE, [district, WORK_KINDS, to, by, timestamp(at), household, id, from])
}

/** A household has another adviser (责任顾问): so has what the one before had to do for it, beside own cases. */
export async function handOverHousehold(
  tx: Tx,
  { district, household, from, to, by, at }: Omit<TakenCase, 'case'>,
): Promise<void> {
  const values = [district, WORK_KINDS, to, by, timestamp(at), household, from]
  await rowsOf(tx, OF_HOUSEHOLD, values)
}

const passing = (which: string) => `with passed as (
      select r.district_id, r.household_id, r.id from file_record r
      join household h on h.district_id = r.district_id and h.id = r.household_id
      where r.district_id = $1 and r.is_open and r.kind = any($2::text[])
        and r.owner_id is distinct from $3::uuid and ${which}
      for no key update of r
    ), kept as (
      ${keepPastOf('join passed using (district_id, household_id, id)')}
    )
    update file_record r set owner_id = $3, changed_by = $4, changed_at = $5,
      version = r.version + 1
    from passed p
    where r.district_id = p.district_id and r.household_id = p.household_id and r.id = p.id`

const OF_CASE = {
  name: 'hand_over_case',
  text: passing(`(r.household_id = $6 or r.case_id = $7) and (r.owner_id is null
        or r.owner_id = $8 and (r.case_id = $7
          or r.case_id is null and h.adviser_id is distinct from r.owner_id)
        or not exists (select from staff s where s.district_id = r.district_id
          and s.id = r.owner_id and s.active
          and (s.role in ('district', 'admin') or s.streets @> array[r.street_id])))`),
}
const OF_HOUSEHOLD = {
  name: 'hand_over_household',
  text: passing(`(h.id = $6 or h.merged_into = $6) and r.owner_id = $7
        and not exists (select from help_case c where c.district_id = r.district_id
          and c.id = r.case_id and c.status = 'claimed' and c.claimed_by = r.owner_id)`),
}
