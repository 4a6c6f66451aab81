import { assessForm, standingDecisions } from '../../../core/casework/assessment-form.ts'
import { reasonsToReassess } from '../../../core/casework/reasons-to-reassess.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { OpenedForm } from '../../ports/assessments.ts'
import type { OpenedCase } from '../../ports/desk.ts'
import type { FileRecord, HouseholdHead } from '../../ports/household-files.ts'
import { readCourse } from '../households/read-course.ts'
import type { AssessmentParts } from './create-assessments.ts'
import { formQuestions } from './form-questions.ts'
import {
  answersOfCase,
  answersOfRecord,
  answersOfRegister,
  decisionsOfCase,
  decisionsOfRecord,
  newestOf,
} from './known-answers.ts'

/** The form with all that is known of a household, and by which case it would be confirmed. */
export async function openForm(
  parts: AssessmentParts,
  staff: Staff,
  household: string,
): Promise<OpenedForm> {
  const { files, house, now } = parts
  const head = await files.openHousehold(staff, household)
  const course = await readCourse(files, staff, head.id)
  const records = await files.listRecords(staff, head.id, KINDS)
  const made = records.find(({ kind, state }) => kind === 'assessment' && state === 'done')
  const found = await caseOf(parts, staff, head)
  const mine = found?.acts.includes('confirm') === true
  const { model, parameters } = house()
  const yardstick = { model, parameters }
  const { day } = shanghai(now())
  const answers = newestOf([
    answersOfRegister(records, day.slice(0, 7)),
    ...inTime(found ? { at: found.file.openedAt, answers: answersOfCase(found) } : null, made),
  ])
  const decided = [...(found ? decisionsOfCase(found) : made ? decisionsOfRecord(made) : [])]
  const given = Object.fromEntries(answers.map(({ slot, value }) => [slot, value]))
  const at = assessForm(yardstick, day, given, standingDecisions(yardstick, decided, []))
  const confirmed = course.findLast(({ kind }) => kind !== 'first_pass') ?? null
  const was = new Map((confirmed?.indicators ?? []).map(({ code, value }) => [code, value]))
  const changed = at.perIndicator.some(
    ({ code, value }) => was.has(code) && was.get(code) !== value,
  )
  return {
    ...{ head, day, yardstick, answers, decided, confirmed },
    basis: basisOf(found, made),
    number: found && mine ? found.row.number : null,
    questions: formQuestions(house()),
    firstPass: course.findLast(({ kind }) => kind === 'first_pass') ?? null,
    reasons: reasonsToReassess(confirmed?.at ?? null, records, changed),
  }
}

const KINDS = ['assessment', 'benefit', 'member', 'follow_up']

/** The open request that this person has, else the newest one. */
async function caseOf(
  { desk }: AssessmentParts,
  staff: Staff,
  { cases }: HouseholdHead,
): Promise<OpenedCase | null> {
  const opened: OpenedCase[] = []
  for (const { number } of cases.toSorted((a, b) => b.openedAt - a.openedAt).slice(0, LOOKED_AT)) {
    opened.push(await desk.readCase(staff, number))
  }
  return opened.find(({ acts }) => acts.includes('confirm')) ?? opened[0] ?? null
}

/** Requests of a household that are looked through for an open one. */
const LOOKED_AT = 5

/** A re-assessment made after the request was opened knows more than it. */
function inTime(
  asked: { readonly at: number; readonly answers: OpenedForm['answers'] } | null,
  made: FileRecord | undefined,
) {
  const again = made ? { at: made.at, answers: answersOfRecord(made) } : null
  const both = [asked, again].filter((each) => each !== null)
  return both.toSorted((one, other) => one.at - other.at).map(({ answers }) => answers)
}

function basisOf(found: OpenedCase | null, made: FileRecord | undefined): string {
  const request = found ? `${found.row.number}@${found.row.version}` : ''
  return `${request}/${made?.id ?? ''}`
}
