import { workingDaysAfter } from '../../../core/casework/working-days-after.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { NewSubtask } from '../../ports/referrals.ts'
import { givenOf } from '../referrals/given-of.ts'
import type { OutsideParts } from '../referrals/parts.ts'

/**
 * Gives another office a task. Offices of the joint help work on it by their own duty, so no consent of its
 * own is asked for (个人信息保护法 art. 13(3)); what goes along is chosen all the same.
 */
export async function sendSubtask(
  parts: OutsideParts,
  staff: Staff,
  household: string,
  { id, case: number, department, ask, parts: chosen, dueOn }: NewSubtask,
): Promise<FileRecord> {
  const office = parts.partners.departments.find((each) => each.id === department)
  if (!office) throw problem('bad_request', { field: 'department' })
  const { day } = shanghai(parts.now())
  if (dueOn !== null && dueOn < day) throw problem('bad_request', { field: 'dueOn' })
  const head = await parts.files.openHousehold(staff, household)
  const found = head.cases.find((each) => each.number === number)
  if (!found) throw problem('bad_request', { field: 'case' })
  if (found.status === 'closed' || found.status === 'withdrawn') throw problem('case_closed')
  const given = await givenOf(parts, staff, head, chosen)
  const sent = await parts.files.addRecord(staff, household, {
    ...{ id, kind: 'subtask', owner: staff.id, day, case: found.id },
    dueOn: dueOn ?? workingDaysAfter(day, office.within, parts.town().calendar),
    detail: { to: department },
    body: { ask, given },
  })
  await parts.files.noteExport(staff, household, {
    purpose: `subtask ${department}`,
    parts: Object.keys(given),
  })
  return sent
}
