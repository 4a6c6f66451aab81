import { problem } from '../../../core/errors.ts'
import { shanghai } from '../../../core/time.ts'
import type { Subtasks } from '../../ports/referrals.ts'
import { linkFor } from '../referrals/link-for.ts'
import { bodyOf, detailOf, findOutside, lineOf } from '../referrals/outside-record.ts'
import type { OutsideParts } from '../referrals/parts.ts'
import { withHeads } from '../with-heads.ts'
import { sendSubtask } from './send-subtask.ts'

/** Tasks of other offices (协办) over the files of households. */
export function createSubtasks(parts: OutsideParts): Subtasks {
  const { files, links } = parts
  return {
    send: async (staff, household, task) =>
      linkFor(parts, staff, await sendSubtask(parts, staff, household, task)),
    answer: async (staff, { household, id, version }, { result, words }) => {
      const found = await findOutside(files, staff, { household, id })
      if (found.kind !== 'subtask') throw problem('not_found', { record: id })
      const answered = await files.changeRecord(staff, household, id, version, {
        state: 'answered',
        detail: { ...detailOf(found), result },
        body: { ...bodyOf(found), answer: words },
      })
      await links.end(staff, id)
      const [line] = await withHeads(files, staff, [answered])
      if (!line) throw problem('not_found', { record: id })
      return lineOf(parts.partners, shanghai(parts.now()).day, line)
    },
  }
}
