import { FILE_KINDS } from '../../../core/casework/file-kinds.ts'
import { problem } from '../../../core/errors.ts'
import { rowOf, type Tx } from '../pool.ts'

/** A case does not close while another office has not answered. Throws open_subtasks with their number. */
export async function refuseOpenSubtasks(tx: Tx, district: string, id: string): Promise<void> {
  const found = await rowOf<{ count: number }>(tx, COUNT, [district, id, HOLDING])
  if (found && found.count > 0) throw problem('open_subtasks', { count: found.count })
}

const HOLDING = FILE_KINDS.filter(({ holdsCase }) => holdsCase).map(({ kind }) => kind)

const COUNT = {
  name: 'case_open_subtasks',
  text: `select count(*) as count from file_record
    where district_id = $1 and case_id = $2 and kind = any($3::text[]) and is_open`,
}
