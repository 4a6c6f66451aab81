import { caseEvent, type Handler } from './handler.ts'

/** Stands in the history of the closed case. */
export const satisfactionAnswered: Handler<'satisfaction_answered'> = (event, context) => ({
  writes: caseEvent(context, event.case, 'satisfaction_answered', { how: event.how }),
})
