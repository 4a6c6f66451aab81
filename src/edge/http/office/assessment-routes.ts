import { GRADES } from '../../../core/assessment/model.ts'
import type { AssessmentStep } from '../../../core/casework/assessment-course.ts'
import {
  AssessmentFormView,
  ConfirmedView,
  FilledForm,
  NewVisit,
  VisitKeptView,
} from '../../../core/contract/office/assessment.ts'
import type { Confirmed, OpenedForm } from '../../../work/ports/assessments.ts'
import { mustSignIn } from '../console/session.ts'
import { capturableView } from '../desk/capturable-view.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, iso, mustAct, OfHousehold } from './frame.ts'
import { briefOf } from './visit-views.ts'

/** The form of the assessment (评估表), and visits that bring one home. */
export function assessmentRoutes(app: App, gate: Gate): void {
  const { assessments } = gate.office
  const at = '/api/office/households/:household'

  const open = { ...frame, params: OfHousehold, response: gives(AssessmentFormView) }
  app.get(`${at}/assessment-form`, { schema: open }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    return formView(await assessments.openForm(staff, request.params.household), gate)
  })

  const confirm = {
    ...frame,
    params: OfHousehold,
    body: FilledForm,
    response: gives(ConfirmedView),
  }
  app.post(`${at}/assessments`, { schema: confirm }, async (request) => {
    const { staff } = await mustAct(request, gate)
    return confirmedView(await assessments.confirm(staff, request.params.household, request.body))
  })

  const visit = { ...frame, params: OfHousehold, body: NewVisit, response: gives(VisitKeptView) }
  app.post(`${at}/visits`, { schema: visit }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { service, assessment } = await assessments.visit(
      staff,
      request.params.household,
      request.body,
    )
    return { service, assessment: assessment && confirmedView(assessment) }
  })
}

function formView(form: OpenedForm, gate: Gate): AssessmentFormView {
  const { head, basis, number, day, yardstick, questions, answers, decided, reasons } = form
  return {
    ...{ basis, number, day, reasons },
    household: briefOf(head, gate),
    model: yardstick.model,
    parameters: yardstick.parameters.filter(({ name }) =>
      yardstick.model.parameters.includes(name),
    ),
    questions: questions.map(({ question, ...each }) => ({
      ...capturableView(each, gate),
      question,
    })),
    answers: answers.map((each) => ({ ...each, at: each.at === null ? null : iso(each.at) })),
    decided: [...decided],
    firstPass: form.firstPass && sheetView(form.firstPass),
    confirmed: form.confirmed && sheetView(form.confirmed),
  }
}

function sheetView({ at, by, number, points, grade, indicators }: AssessmentStep) {
  return {
    ...{ by, number, grade, at: iso(at), points: pair(points) },
    indicators: indicators.map(({ code, name, value }) => ({ code, name, value })),
  }
}

function confirmedView({ kind, number, points, grade }: Confirmed) {
  const known = GRADES.find((each) => each === grade) ?? null
  return { kind, number, points: pair(points), grade: known }
}

const pair = ([low, high]: readonly [number, number]): [number, number] => [low, high]
