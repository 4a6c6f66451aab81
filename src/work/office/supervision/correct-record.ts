import { saidIn } from '../../../core/casework/check-said.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { FileRecord, RecordWrite } from '../../ports/household-files.ts'
import type { CheckAt, Correction } from '../../ports/supervision.ts'
import type { SupervisionParts } from './create-supervision.ts'
import { findCheck, mustFindRecord } from './find-check.ts'

/** The author answers; new words of the record and the answer are written together. */
export async function correctRecord(
  { files, now }: SupervisionParts,
  staff: Staff,
  at: CheckAt,
  { answer, words }: Correction,
): Promise<FileRecord> {
  const check = await findCheck(files, staff, at)
  if (check.detail.author !== staff.id) throw problem('not_allowed')
  const record = await mustFindRecord(files, staff, check)
  const said = { by: staff.name, at: now(), answer }
  const answered: RecordWrite = {
    ...{ id: at.id, version: at.version },
    change: {
      ...{ state: 'corrected', dueOn: null },
      owner: check.changedBy.id,
      body: { words: answer, said: [...saidIn(check.body), said] },
    },
  }
  const body = typeof record.body === 'object' && record.body !== null ? record.body : {}
  const reworded: readonly RecordWrite[] =
    words === null
      ? []
      : [{ id: record.id, version: record.version, change: { body: { ...body, words } } }]
  await files.writeTogether(staff, at.household, [...reworded, answered])
  return findCheck(files, staff, { ...at, version: at.version + 1 })
}
