import { caseEvent, type Handler } from './handler.ts'

/** The answer to 「您现在安全吗」 goes into the history; only a person lowers a tier. */
export const safetyAnswered: Handler<'safety_answered'> = (event, context) => ({
  writes: caseEvent(context, event.case, 'safety_answered', { safe: event.safe }),
})
