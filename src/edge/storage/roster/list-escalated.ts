import type { Level } from '../../../core/routing/escalation.ts'
import type { Instant } from '../../../core/time.ts'
import type { Escalated } from '../../../work/ports/roster.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { rowsOf } from '../pool.ts'

/** The steps of the dangers that nobody has answered for yet, the oldest danger first. */
export async function listEscalated({ tx, staff }: DeskTx): Promise<readonly Escalated[]> {
  const rows = await rowsOf<Row>(tx, LIST, [staff.district])
  const alerts = [...new Set(rows.map(({ alert }) => alert))]
  return alerts.map((alert) => {
    const steps = rows.filter((row) => row.alert === alert)
    return {
      alert,
      raisedAt: steps[0]?.raised_at ?? 0,
      steps: steps.map(({ level, at, told, names, texted_at }) => ({
        ...{ level, at, textedAt: texted_at },
        told: told.map((id, place) => ({ id, name: names[place] ?? '' })),
      })),
    }
  })
}

type Row = {
  readonly alert: string
  readonly raised_at: Instant
  readonly level: Level
  readonly at: Instant
  readonly texted_at: Instant | null
  readonly told: readonly string[]
  readonly names: readonly string[]
}

const LIST = {
  name: 'escalated_list',
  text: `select e.alert_id as alert, a.raised_at, e.level, e.at, e.texted_at, e.told,
      array(select coalesce(s.name, '') from unnest(e.told) with ordinality as t (id, place)
        left join staff s on s.district_id = e.district_id and s.id = t.id order by t.place) as names
    from alert a join escalation e on e.district_id = a.district_id and e.alert_id = a.id
    where a.district_id = $1 and a.acknowledged_at is null
    order by a.raised_at, a.id, e.step limit 500`,
}
