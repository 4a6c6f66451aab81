import { RHYTHMS } from '../../../core/casework/plan.ts'
import { nextInSeries } from '../../../core/casework/plan-days.ts'
import type { Staff } from '../../../core/people/role.ts'
import { type Day, shanghai } from '../../../core/time.ts'
import type { FileRecord, RecordChange } from '../../ports/household-files.ts'
import type { MeasureLine, MeasureStep } from '../../ports/plans.ts'
import type { OfficeParts } from '../parts.ts'
import { findRecord, mustWrite } from './find-plan.ts'
import { type MeasureBody, measureLine } from './plan-line.ts'

/** Something was done, or was not. What comes again is due anew, counted from the day it was due. */
export async function stepMeasure(
  { files, now, town }: Pick<OfficeParts, 'files' | 'now' | 'town'>,
  staff: Staff,
  household: string,
  id: string,
  version: number,
  { step, words }: { readonly step: MeasureStep; readonly words: string },
): Promise<MeasureLine> {
  mustWrite(staff)
  const held = await findRecord(files, staff, household, 'measure', id)
  const today = shanghai(now()).day
  const { words: what, who, notes } = measureLine(held)
  const note = { on: today, by: { id: staff.id, name: staff.name }, words }
  const body: MeasureBody = { words: what, who, notes: words === '' ? notes : [...notes, note] }
  const change = { ...changeOf(held, step, today, town().calendar), body }
  return measureLine(await files.changeRecord(staff, household, id, version, change))
}

function changeOf(
  held: FileRecord,
  step: MeasureStep,
  today: Day,
  calendar: Parameters<typeof nextInSeries>[3],
): RecordChange {
  const { detail } = held
  switch (step) {
    case 'start':
      return { state: 'under_way' }
    case 'missed':
      return { state: 'missed' }
    case 'drop':
      return { state: 'dropped' }
    case 'again':
      return { state: held.state === 'done' ? 'under_way' : 'due' }
    case 'done': {
      const times = measureLine(held).times + 1
      const every = RHYTHMS.find((each) => each === detail.every) ?? 'once'
      const until = typeof detail.until === 'string' ? detail.until : null
      const next = nextInSeries(held.dueOn ?? today, every, until, calendar)
      const counted = { ...detail, times, last: today }
      if (next === null) return { state: 'done', detail: counted }
      return { state: 'under_way', dueOn: next, detail: counted }
    }
    default:
      return step satisfies never
  }
}
