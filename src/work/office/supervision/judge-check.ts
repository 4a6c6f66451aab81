import { saidIn } from '../../../core/casework/check-said.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { addWorking, workingDay } from '../../../core/routing/calendar.ts'
import { type Day, shanghai } from '../../../core/time.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { CheckAt, Verdict } from '../../ports/supervision.ts'
import type { SupervisionParts } from './create-supervision.ts'
import { findCheck } from './find-check.ts'

/** Working days in which an author corrects what came back, unless another day is named. */
const TO_CORRECT = 3

/** Passed, or back to its author with the reason: then it stands among what the author has to do. */
export async function judgeCheck(
  parts: SupervisionParts,
  staff: Staff,
  at: CheckAt,
  { pass, score, comment, dueOn }: Verdict,
): Promise<FileRecord> {
  const { files, now } = parts
  const check = await findCheck(files, staff, at)
  const author = String(check.detail.author ?? '')
  if (author === staff.id) throw problem('same_person')
  if (!pass && comment === '') throw problem('bad_request', { field: 'comment' })
  const { day } = shanghai(now())
  if (dueOn !== null && dueOn < day) throw problem('bad_request', { field: 'dueOn' })
  const round = Number(check.detail.round ?? 0) + (pass ? 0 : 1)
  const said = { by: staff.name, at: now(), score, comment, pass }
  return files.changeRecord(staff, at.household, at.id, at.version, {
    state: pass ? 'passed' : 'returned',
    owner: pass ? staff.id : author,
    dueOn: pass ? null : (dueOn ?? inWorkingDays(parts, TO_CORRECT)),
    detail: { ...check.detail, score, round },
    body: { words: comment, said: [...saidIn(check.body), said] },
  })
}

function inWorkingDays({ now, town }: SupervisionParts, days: number): Day {
  const { calendar, office } = town()
  return shanghai(addWorking(now(), days * workingDay(office), calendar, office)).day
}
