import { addWorking, workingDay } from '../../core/routing/calendar.ts'
import { refOf } from '../turn/create-turns.ts'
import type { DeskParts } from './parts.ts'

/** Another street was asked: after one working day without an answer the district is called (experience X). */
export async function watchTransfer({ jobs, house, now }: DeskParts, caseId: string) {
  const { calendar, office } = house().town
  const dueAt = addWorking(now(), workingDay(office), calendar, office)
  // The work is about the case; jobs of one name follow each other, whatever it is the name of.
  const detail = { conversation: caseId, case: caseId }
  const { bucket } = refOf(caseId)
  await jobs.put([{ bucket, id: `transfer:${caseId}`, kind: 'late_transfer', dueAt, detail }])
}
