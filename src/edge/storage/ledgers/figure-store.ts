import { isAtHome, SERVICE_TYPES } from '../../../core/casework/service-lists.ts'
import { addDays, atShanghai, shanghai } from '../../../core/time.ts'
import type { FigureBook, FiguresBy, PlaceFigures } from '../../../work/ports/figures.ts'
import type { CaseStoreParts } from '../case-store.ts'
import { OPEN, overdue } from '../cases/overdue.ts'
import { settingsOf, streetsOf } from '../cases/scope.ts'
import { timestamp } from '../column-types.ts'
import { rowsOf } from '../pool.ts'
import { transaction } from '../transaction.ts'

/** Counts by place. Row security decides what is counted; nobody's name is read. */
export function figureStore({ pool }: Pick<CaseStoreParts, 'pool'>): FigureBook {
  return {
    count: (staff, { from, to, street, by, now }) =>
      transaction(pool, settingsOf(staff), (tx) =>
        rowsOf<PlaceFigures>(tx, COUNT[by], [
          ...[staff.district, street === null ? streetsOf(staff) : [street]],
          ...[timestamp(atShanghai(from)), timestamp(atShanghai(addDays(to, 1)))],
          ...[timestamp(now), from, to, shanghai(now).day],
          SERVICE_TYPES.filter(isAtHome),
        ]),
      ),
  }
}

const ASKED = 'opened_at >= $3 and opened_at < $4'

/** `place` of both halves: a record stands in the committee of its household. */
const PLACES: Readonly<Record<FiguresBy, readonly [cases: string, records: string]>> = {
  street: ['street_id', 'r.street_id'],
  committee: [`coalesce(committee_id, '')`, `coalesce(h.committee_id, '')`],
}

const count = (by: FiguresBy) => {
  const [ofCase, ofRecord] = PLACES[by]
  return {
    name: `figures_by_${by}`,
    text: `with cases as (
        select ${placeOf(ofCase)} as place,
          count(*) filter (where ${ASKED})::int as asked,
          count(*) filter (where ${ASKED} and breached_at is not null)::int as late,
          round(percentile_cont(0.5) within group (
            order by extract(epoch from contacted_at - opened_at) / 60)
            filter (where ${ASKED} and contacted_at is not null))::int as contact,
          count(*) filter (where status = 'closed' and closed_at >= $3 and closed_at < $4)::int as closed,
          count(*) filter (where ${OPEN})::int as open,
          count(*) filter (where ${OPEN} and grade in ('high', 'extreme'))::int as high,
          count(*) filter (where ${OPEN} and ${overdue('$5')})::int as overdue
        from help_case
        where district_id = $1 and ($2::text[] is null or street_id = any($2::text[]))
          and (${OPEN} or opened_at >= $3 or closed_at >= $3) and status <> 'withdrawn'
        group by grouping sets ((${ofCase}), ())
      ), records as (
        select ${placeOf(ofRecord)} as place,
          count(*) filter (where ${SERVED})::int as services,
          count(*) filter (where ${SERVED} and r.detail->>'type' = any($9::text[]))::int as visits,
          count(*) filter (where r.kind = 'follow_up' and r.is_open and r.due_on < $8)::int as "followUps",
          count(*) filter (where r.kind = 'measure' and r.is_open and r.due_on < $8)::int as measures,
          count(*) filter (where r.kind = 'reminder' and r.state = 'late')::int as reminders
        from file_record r
        join household h on h.district_id = r.district_id and h.id = r.household_id
        where r.district_id = $1 and ($2::text[] is null or r.street_id = any($2::text[]))
          and r.kind in ('service', 'follow_up', 'measure', 'reminder')
          and (r.is_open or r.day between $6 and $7)
        group by grouping sets ((${ofRecord}), ())
      )
      select nullif(place, '*') as place, contact, ${COUNTS.map((name) => `coalesce(${name}, 0) as ${name}`).join(', ')}
      from cases full join records using (place)
      where ${COUNTS.map((name) => `coalesce(${name}, 0)`).join(' + ')} > 0
      order by overdue desc, open desc, place`,
  }
}

/** `*` = all places together. */
const placeOf = (column: string) => `case when grouping(${column}) = 1 then '*' else ${column} end`

const SERVED = `r.kind = 'service' and r.state = 'done' and r.day between $6 and $7`

const COUNTS = [
  ...['asked', 'late', 'closed', 'open', 'high', 'overdue'],
  ...['services', 'visits', '"followUps"', 'measures', 'reminders'],
]

const COUNT = { street: count('street'), committee: count('committee') } as const
