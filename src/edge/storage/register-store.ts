import { problem } from '../../core/errors.ts'
import type { Staff } from '../../core/people/role.ts'
import type { AdviserBook, RegisteredAdviser } from '../../work/ports/register.ts'
import { appendAudit } from './audit/append-audit.ts'
import type { CaseStoreParts } from './case-store.ts'
import { settingsOf } from './cases/scope.ts'
import { timestamp } from './column-types.ts'
import { rowsOf, type Tx } from './pool.ts'
import { transaction } from './transaction.ts'

/** Who is registered as an adviser, and how often they helped. */
export function registerStore({ pool, clock }: Omit<CaseStoreParts, 'ring'>): AdviserBook {
  const as = <T>(staff: Staff, fn: (tx: Tx) => Promise<T>) =>
    transaction(pool, settingsOf(staff), fn)
  return {
    advisers: (staff, { from, to }) =>
      as(staff, (tx) => rowsOf<RegisteredAdviser>(tx, ADVISERS, [staff.district, from, to])),
    setRegistered: (staff, adviser, { on, version }) =>
      as(staff, async (tx) => {
        const at = clock.now()
        const values = [staff.district, adviser, on, staff.id, timestamp(at), version]
        const written = await rowsOf(tx, version === 0 ? BEGIN : CHANGE, values)
        if (written.length === 0) throw problem('stale')
        const { district, id: actor, role } = staff
        const act = on === null ? 'adviser.unregistered' : 'adviser.registered'
        const where = { district, street: '', object: `staff:${adviser}` }
        await appendAudit(tx, [{ ...where, actor, role, at, act, fields: ['on'], reason: '' }])
      }),
    helpsOf: (staff, households, { from, to }) =>
      as(staff, async (tx) => {
        const rows = await rowsOf<{ household: string; helps: number }>(tx, HELPS, [
          staff.district,
          households,
          from,
          to,
        ])
        return new Map(rows.map(({ household, helps }) => [household, helps]))
      }),
  }
}

const ADVISERS = {
  name: 'register_advisers',
  text: `select s.id, s.name, s.role, s.streets, a.registered_on::text as on,
      coalesce(a.version, 0)::int as version, coalesce(h.helps, 0)::int as helps,
      coalesce(h.households, 0)::int as households
    from staff s
    left join adviser_registration a on a.district_id = s.district_id and a.staff_id = s.id
    left join (
      select by, count(*) as helps, count(distinct household_id) as households
      from file_record
      where district_id = $1 and kind = 'service' and state = 'done' and day between $2 and $3
      group by by
    ) h on h.by = s.id::text
    where s.district_id = $1 and s.active and s.role in ('adviser', 'supervisor')
    order by s.name, s.id`,
}
const BEGIN = {
  name: 'register_begin',
  text: `insert into adviser_registration
      (district_id, staff_id, registered_on, changed_by, changed_at, version)
    values ($1, $2, $3, $4, $5, $6::int + 1) on conflict do nothing returning staff_id`,
}
const CHANGE = {
  name: 'register_change',
  text: `update adviser_registration
    set registered_on = $3, changed_by = $4, changed_at = $5, version = version + 1
    where district_id = $1 and staff_id = $2 and version = $6 returning staff_id`,
}
const HELPS = {
  name: 'register_helps',
  text: `select household_id as household, count(*)::int as helps from file_record
    where district_id = $1 and household_id = any($2::uuid[]) and kind = 'service'
      and state = 'done' and day between $3 and $4
    group by household_id`,
}
