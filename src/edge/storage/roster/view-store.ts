import { problem } from '../../../core/errors.ts'
import type { Clock } from '../../../work/ports/clock.ts'
import type { SavedView, Views } from '../../../work/ports/views.ts'
import { settingsOf } from '../cases/scope.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowOf, rowsOf } from '../pool.ts'
import { transaction } from '../transaction.ts'

/** Views of one person; more would be no help. */
const MOST = 100

/** Lists that people keep under a name. The pool is of the role hearth_desk. */
export function viewStore({ pool, clock }: { readonly pool: Pool; readonly clock: Clock }): Views {
  return {
    list: (staff) =>
      transaction(pool, settingsOf(staff), (tx) =>
        rowsOf<SavedView>(tx, LIST, [staff.district, staff.id, MOST]),
      ),
    save: (staff, view) =>
      transaction(pool, settingsOf(staff), async (tx) => {
        const wide = staff.role === 'district' || staff.role === 'admin'
        if (view.street !== null && !wide && !staff.streets.includes(view.street)) {
          throw problem('not_allowed')
        }
        const { id, street, name, list, filters } = view
        const what = [street ?? '', name, list, JSON.stringify(filters), timestamp(clock.now())]
        await rowsOf(tx, SAVE, [staff.district, id, staff.id, ...what])
      }),
    drop: (staff, id) =>
      transaction(pool, settingsOf(staff), async (tx) => {
        const gone = await rowOf(tx, DROP, [staff.district, id, staff.id])
        if (!gone) throw problem('not_found', { view: id })
      }),
  }
}

const LIST = {
  name: 'saved_views',
  text: `select id, name, list, filters, nullif(street_id, '') as street, owner = $2 as mine
    from saved_view where district_id = $1 order by owner <> $2, name, id limit $3`,
}
const SAVE = {
  name: 'saved_view_save',
  text: `insert into saved_view (district_id, id, owner, street_id, name, list, filters, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (district_id, id) do nothing`,
}
const DROP = {
  name: 'saved_view_drop',
  text: 'delete from saved_view where district_id = $1 and id = $2 and owner = $3 returning id',
}
