import {
  assessForm,
  type KnownAnswer,
  type KnownDecision,
  sameAnswer,
  standingDecisions,
} from '../../../core/casework/assessment-form.ts'
import { canCapture } from '../../../core/casework/reassess.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Confirmed, FilledForm, OpenedForm } from '../../ports/assessments.ts'
import type { NewRecord } from '../../ports/household-files.ts'
import type { AssessmentParts } from './create-assessments.ts'

/** What is filled in must be read by the model, and stand on what is known now. */
export function mustStand(opened: OpenedForm, { basis, answers }: FilledForm): void {
  if (opened.basis !== basis) throw problem('stale', { field: 'answers' })
  const { model } = opened.yardstick
  const odd = answers.find(({ slot, value }) => !canCapture(model, slot, value))
  if (odd) throw problem('bad_request', { field: odd.slot })
  const known = new Map(opened.answers.map((each) => [each.slot, each.value]))
  const silent = answers.find(
    ({ slot, value, reason }) =>
      reason === '' && known.has(slot) && !sameAnswer(known.get(slot), value),
  )
  if (silent) throw problem('bad_request', { field: 'reason' })
}

/**
 * Confirms the open request: each changed answer is noted, each decision taken, then all is frozen. What stands
 * there already is left alone, so that a form that was cut off can be sent again.
 */
export async function confirmCase(
  { desk }: AssessmentParts,
  staff: Staff,
  number: string,
  opened: OpenedForm,
  form: FilledForm,
): Promise<Confirmed> {
  const known = new Map(opened.answers.map(({ slot, value }) => [slot, value]))
  for (const { slot, value } of form.answers) {
    if (sameAnswer(known.get(slot), value)) continue
    await desk.capture(staff, number, { slot, value, message: 0, quote: '' })
  }
  const decided = new Map(opened.decided.map((each) => [each.code, each]))
  for (const each of form.decided) {
    const before = decided.get(each.code)
    if (before?.value === each.value && before.reason === each.reason) continue
    await desk.setIndicator(staff, number, each)
  }
  const found = await desk.readCase(staff, number)
  const { now, confirmed } = found.assessed
  const frozen = confirmed && now && same(confirmed.result.deprived, now.deprived)
  if (!frozen) await desk.confirmAssessment(staff, number, found.row.version, form.note)
  const result = now ?? confirmed?.result
  return {
    ...{ kind: 'confirmed', number, points: result?.points ?? [0, 0] },
    grade: result?.grade ?? null,
  }
}

/** A re-assessment of its own (复评), with every answer it was made from and the table as it was used. */
export function reassessment(
  opened: OpenedForm,
  form: FilledForm,
  staff: Staff,
  at: number,
): NewRecord {
  const answers = answersAfter(opened, form, staff, at)
  const decided = decisionsAfter(opened, form, staff)
  const values = Object.fromEntries(answers.map(({ slot, value }) => [slot, value]))
  const standing = Object.fromEntries(decided.map(({ code, value }) => [code, value]))
  const assessment = assessForm(opened.yardstick, opened.day, values, standing)
  const { model, points, grade = null, gradeRange, deprived } = assessment
  return {
    ...{ id: form.id, kind: 'assessment', day: opened.day },
    detail: { model: model.id, hash: model.hash, points, grade, gradeRange },
    body: {
      ...{ model: model.id, answers, decided, deprived, points, grade, assessment },
      ...{ confirmed: true, note: form.note },
    },
  }
}

function answersAfter(
  opened: OpenedForm,
  form: FilledForm,
  staff: Staff,
  at: number,
): readonly KnownAnswer[] {
  const changed = form.answers.map(({ slot, value, reason }): KnownAnswer => {
    return { slot, value, basis: 'adviser', text: reason, by: staff.name, at }
  })
  const slots = new Set(changed.map(({ slot }) => slot))
  return [...opened.answers.filter(({ slot }) => !slots.has(slot)), ...changed]
}

function decisionsAfter(
  opened: OpenedForm,
  form: FilledForm,
  staff: Staff,
): readonly KnownDecision[] {
  const slots = form.answers.map(({ slot }) => slot)
  const standing = standingDecisions(opened.yardstick, opened.decided, slots)
  const codes = new Set(form.decided.map(({ code }) => code))
  const kept = opened.decided.filter(({ code }) => code in standing && !codes.has(code))
  return [...kept, ...form.decided.map((each) => ({ ...each, by: staff.name }))]
}

const same = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other)
