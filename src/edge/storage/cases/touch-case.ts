import type { Staff } from '../../../core/people/role.ts'
import { rowOf, type Tx } from '../pool.ts'

/** The next version of a case whose columns stay as they are: others must read it again. */
export async function touchCase(tx: Tx, { district }: Staff, id: string): Promise<number> {
  const row = await rowOf<{ version: number }>(tx, TOUCH, [district, id])
  return row?.version ?? 0
}

const TOUCH = {
  name: 'desk_touch',
  text: `update help_case set version = version + 1 where district_id = $1 and id = $2
    returning version`,
}
