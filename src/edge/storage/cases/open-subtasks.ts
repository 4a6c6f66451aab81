import { problem } from '../../../core/errors.ts'
import { rowOf, type Tx } from '../pool.ts'

/** A case does not close while another office has not answered. Throws open_subtasks with their number. */
export async function refuseOpenSubtasks(tx: Tx, district: string, id: string): Promise<void> {
  const found = await rowOf<{ count: number }>(tx, COUNT, [district, id])
  if (found && found.count > 0) throw problem('open_subtasks', { count: found.count })
}

const COUNT = {
  name: 'case_open_subtasks',
  text: `select count(*) as count from file_record
    where district_id = $1 and case_id = $2 and kind = 'subtask' and is_open`,
}
