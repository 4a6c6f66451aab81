import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { FileRecord, RecordChange } from '../../ports/household-files.ts'
import type { ReminderAnswer, ReminderAt } from '../../ports/reminders.ts'
import type { ReminderParts } from './create-reminders.ts'

/** Who was asked, who asked and who leads the street may answer; who asked is told. */
export async function answerReminder(
  parts: Pick<ReminderParts, 'files' | 'calls' | 'links' | 'announce'>,
  staff: Staff,
  at: ReminderAt,
  what: ReminderAnswer,
): Promise<FileRecord> {
  const found = await findReminder(parts, staff, at)
  const { household, id, version } = at
  const change = answered(found, what)
  const record = await parts.files.changeRecord(staff, household, id, version, change)
  await parts.links.end(staff, id)
  if (found.by.id !== staff.id) {
    await parts.calls.call(staff, record.household, found.by.id, 'reminder_answered')
    parts.announce({ about: 'notices', district: staff.district })
  }
  return record
}

/** Not wanted any more; a link that is out there ends. */
export async function cancelReminder(
  { files, links }: Pick<ReminderParts, 'files' | 'links'>,
  staff: Staff,
  at: ReminderAt,
  reason: string,
): Promise<FileRecord> {
  const found = await findReminder({ files }, staff, at)
  await links.end(staff, at.id)
  return files.changeRecord(staff, at.household, at.id, at.version, {
    state: 'struck',
    body: { ...bodyOf(found), why: reason },
  })
}

export function answered(found: FileRecord, { done, words }: ReminderAnswer): RecordChange {
  if (!found.open) throw problem('stale', { version: found.version })
  return { state: done ? 'done' : 'not_done', body: { ...bodyOf(found), answer: words } }
}

async function findReminder(
  { files }: Pick<ReminderParts, 'files'>,
  staff: Staff,
  { household, id, version }: ReminderAt,
): Promise<FileRecord> {
  const records = await files.listRecords(staff, household, ['reminder'])
  const found = records.find((record) => record.id === id)
  if (!found) throw problem('not_found', { record: id })
  const concerned = found.owner?.id === staff.id || found.by.id === staff.id
  if (staff.role === 'adviser' && !concerned) throw problem('not_allowed')
  if (found.version !== version) throw problem('stale', { version: found.version })
  return found
}

const bodyOf = ({ body }: FileRecord): object =>
  typeof body === 'object' && body !== null ? body : {}
