import type { Assignment, OpenStreet, Untold } from '../../../work/ports/assignment.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowsOf } from '../pool.ts'
import { transaction } from '../transaction.ts'
import { giveNext } from './give-next.ts'
import { offerAgain } from './offer-again.ts'

type Parts = {
  /** Of the role hearth_turn. */
  readonly pool: Pool
  /** Of the role hearth_desk: only it may read what people are called. */
  readonly desk: Pool
}

/** The house's own deeds with cases. */
export function assignmentStore({ pool, desk }: Parts): Assignment {
  const within = <T>(fn: Parameters<typeof transaction<T>>[2]) => transaction(pool, null, fn)
  return {
    openStreets: () => rowsOf<OpenStreet>(pool, STREETS),
    giveNext: (street, now, acceptDue) => within((tx) => giveNext(tx, street, now, acceptDue)),
    offerAgain: (street, now) => within((tx) => offerAgain(tx, street, now)),
    untold: async () => {
      const rows = await rowsOf<UntoldRow>(pool, UNTOLD)
      const names = await namesOf(desk, rows)
      return rows.map(({ staff, street, ...row }) => ({
        ...row,
        person: { id: staff, name: names.get(staff) ?? '', street },
      }))
    },
    markTold: async ({ district, id }, now) => {
      await rowsOf(pool, TOLD, [district, id, timestamp(now)])
    },
  }
}

async function namesOf(desk: Pool, rows: readonly UntoldRow[]) {
  const names = new Map<string, string>()
  for (const district of new Set(rows.map((row) => row.district))) {
    const settings = { actor: 'rounds', role: 'system', district, streets: [] } as const
    const found = await transaction(desk, settings, (tx) =>
      rowsOf<{ id: string; name: string }>(tx, NAMES, [district, rows.map(({ staff }) => staff)]),
    )
    for (const { id, name } of found) names.set(id, name)
  }
  return names
}

type UntoldRow = Omit<Untold, 'person'> & { readonly staff: string; readonly street: string }

const STREETS = {
  name: 'assign_streets',
  text: `select district_id as district, street_id as street, way, most from assignment_rule
    where way <> 'off' order by district_id, street_id`,
}
const UNTOLD = {
  name: 'assign_untold',
  text: `select district_id as district, id, number, conversation_id as conversation, version,
      claimed_by as staff, street_id as street
    from help_case
    where status = 'claimed' and assigned_at is not null and assigned_told_at is null
    order by assigned_at limit 100`,
}
const TOLD = {
  name: 'assign_told',
  text: 'update help_case set assigned_told_at = $3 where district_id = $1 and id = $2',
}
const NAMES = {
  name: 'assign_names',
  text: 'select id, name from staff where district_id = $1 and id = any($2::uuid[])',
}
