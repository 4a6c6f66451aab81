import type { Staff } from '../../../core/people/role.ts'
import { dueAt } from '../../../core/routing/clocks.ts'
import { DAY, shanghai } from '../../../core/time.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { SentReminder } from '../../ports/reminders.ts'
import type { ReminderParts } from './create-reminders.ts'

/** How long after its clock a partner may still answer; the lead has been called by then. */
const LINK_LASTS = 14 * DAY

/** Asks a colleague or a partner for an answer; its clock is that of data/clocks. */
export async function sendReminder(
  { files, links, calls, house, town, now, announce }: ReminderParts,
  staff: Staff,
  household: string,
  { id, to, partner, words }: SentReminder,
): Promise<{ readonly record: FileRecord; readonly token: string | null }> {
  const { calendar, office } = town()
  const due = dueAt(now(), house().clocks.answers.reminder, office, calendar)
  const record = await files.addRecord(staff, household, {
    ...{ id, kind: 'reminder', dueOn: shanghai(due).day, owner: to ?? staff.id },
    detail: { to: partner === null ? 'staff' : 'partner', dueAt: due },
    body: { words, partner },
  })
  if (to !== null) {
    if (to !== staff.id) await calls.call(staff, record.household, to, 'reminder')
    announce({ about: 'notices', district: staff.district })
    return { record, token: null }
  }
  const token = await links.make(staff, record.household, record, due + LINK_LASTS)
  return { record, token }
}
