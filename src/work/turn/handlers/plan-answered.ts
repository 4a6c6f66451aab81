import { caseEvent, caseOf, type Handler, NOTHING } from './handler.ts'

/** Stands in the plan, and as a line in the history of the case. */
export const planAnswered: Handler<'plan_answered'> = (event, context) => {
  const { answer, words } = event
  const found = caseOf(context, event.case)
  if (!found) return NOTHING
  const { at } = context
  const told = answer === null ? {} : { answer }
  return {
    writes: [
      { kind: 'answer_plan', id: context.newId('plan'), case: found, answer, words, at },
      ...caseEvent(context, event.case, 'plan_answered', told, words ?? undefined),
    ],
  }
}
