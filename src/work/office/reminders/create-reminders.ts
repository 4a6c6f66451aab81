import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { Reminders } from '../../ports/reminders.ts'
import type { OfficeParts } from '../parts.ts'
import { withHeads } from '../with-heads.ts'
import { answered, answerReminder, cancelReminder } from './answer-reminder.ts'
import { sendReminder } from './send-reminder.ts'

export type ReminderParts = Pick<
  OfficeParts,
  'files' | 'links' | 'calls' | 'house' | 'town' | 'now' | 'announce'
>

/** Reminders that must be answered, over the files of households. */
export function createReminders(parts: ReminderParts): Reminders {
  const { files, links } = parts
  const lineOf = async (staff: Staff, record: FileRecord) => {
    const [line] = await withHeads(files, staff, [record])
    if (!line) throw problem('not_found', { record: record.id })
    return line
  }
  return {
    send: async (staff, household, what) => {
      const { record, token } = await sendReminder(parts, staff, household, what)
      return { ...(await lineOf(staff, record)), token }
    },
    list: async (staff) => {
      const all = await files.findRecords(staff, { kinds: ['reminder'], open: true })
      const concerns = ({ owner, by }: FileRecord) =>
        staff.role !== 'adviser' || owner?.id === staff.id || by.id === staff.id
      return withHeads(files, staff, all.filter(concerns))
    },
    answer: async (staff, at, what) => lineOf(staff, await answerReminder(parts, staff, at, what)),
    cancel: async (staff, at, reason) =>
      lineOf(staff, await cancelReminder(parts, staff, at, reason)),
    readLink: (token) => links.read(token, ['reminder']),
    answerLink: (token, version, what) =>
      links.answer(token, ['reminder'], version, (found) => ({
        change: answered(found, what),
        last: true,
      })),
  }
}
