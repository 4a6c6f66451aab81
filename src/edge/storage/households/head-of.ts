import { maskPhone } from '../../../core/people/mask.ts'
import type { HouseholdCase, HouseholdHead } from '../../../work/ports/household-files.ts'
import { cardOf } from '../cases/desk-row.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { rowsOf } from '../pool.ts'
import { openedKey } from '../seal/opened-keys.ts'

/** Heads of these files, in the order asked for; what this person may not see is left out. */
export async function headsOf(
  { tx, ring, staff }: DeskTx,
  ids: readonly string[],
): Promise<readonly HouseholdHead[]> {
  const unique = [...new Set(ids)].slice(0, MOST)
  if (unique.length === 0) return []
  const rows = await rowsOf<HeadRow>(tx, HEADS, [staff.district, unique])
  return unique.flatMap((id) => {
    const cases = rows.filter(({ file_id }) => file_id === id)
    const [first] = cases
    if (!first) return []
    const key = first.data_key === null ? null : openedKey(ring, first.data_key)
    const card = cardOf(key, first)
    return [
      {
        id,
        number: first.number,
        street: first.street_id === '' ? null : first.street_id,
        committee: first.committee_id,
        name: card?.name ?? null,
        phone: card?.phone ? maskPhone(card.phone.replaceAll(/\D/g, '')) : null,
        adviser: adviserOf(first),
        ...standing(cases),
        cases: cases.map(caseOf),
        openedAt: first.file_opened,
        sample: first.sample,
      } satisfies HouseholdHead as HouseholdHead,
    ]
  })
}

const MOST = 500

/** What counts: the newest that a person confirmed or made (复评); before there is one, the bot's last first pass. */
function standing(cases: readonly HeadRow[]): Pick<HouseholdHead, 'grade' | 'confirmed'> {
  const made = cases.flatMap(({ grade, confirmed_at, again_grade, again_at }) => [
    ...(confirmed_at === null ? [] : [{ grade, at: confirmed_at }]),
    ...(again_at === null ? [] : [{ grade: again_grade, at: again_at }]),
  ])
  const [newest] = made.sort((a, b) => b.at - a.at)
  if (newest) return { grade: newest.grade, confirmed: true }
  const first = cases
    .filter(({ grade }) => grade !== null)
    .sort(byOpening)
    .at(-1)
  return { grade: first?.grade ?? null, confirmed: false }
}

const byOpening = (a: HeadRow, b: HeadRow) => a.opened_at - b.opened_at

const caseOf = ({ id, number, status, opened_at, grade }: HeadRow): HouseholdCase => ({
  ...{ id, number, status, grade },
  openedAt: opened_at,
})

const adviserOf = ({ adviser_id: id, adviser_name: name }: HeadRow) =>
  id === null ? null : { id, name: name ?? '' }

type HeadRow = {
  readonly file_id: string
  readonly id: string
  readonly number: string
  readonly status: HouseholdCase['status']
  readonly opened_at: number
  readonly grade: string | null
  readonly confirmed_at: number | null
  readonly again_grade: string | null
  readonly again_at: number | null
  readonly sealed: Buffer | null
  readonly card: Buffer | null
  readonly noted: Buffer | null
  readonly data_key: Buffer | null
  readonly street_id: string
  readonly committee_id: string | null
  readonly adviser_id: string | null
  readonly adviser_name: string | null
  readonly file_opened: number
  readonly sample: boolean
}

/** Every case of each file, oldest first; names come from the first, under the key of its own household. */
const HEADS = {
  name: 'household_heads',
  text: `select f.id as file_id, c.id, c.number, c.status, c.opened_at, c.grade,
      c.confirmed_at, again.grade as again_grade, again.at as again_at, c.sealed, c.card, c.noted, h.data_key, f.street_id,
      f.committee_id, f.adviser_id, s.name as adviser_name, f.opened_at as file_opened, f.sample
    from household f
    join household h on h.district_id = f.district_id and (h.id = f.id or h.merged_into = f.id)
    join help_case c on c.district_id = h.district_id and c.household_id = h.id
    left join staff s on s.district_id = f.district_id and s.id = f.adviser_id
    left join lateral (
      select r.detail->>'grade' as grade, r.at from file_record r
      where r.district_id = h.district_id and r.household_id = h.id and r.kind = 'assessment'
        and r.state = 'done' order by r.at desc limit 1) again on true
    where f.district_id = $1 and f.id = any($2::uuid[])
    order by (h.id = f.id) desc, c.opened_at, c.id`,
}
