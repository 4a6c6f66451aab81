import { caseEvent, type Handler } from './handler.ts'

/** The adviser sees before the follow-up (回访) how it goes. */
export const checkInAnswered: Handler<'check_in_answered'> = (event, context) => ({
  writes: caseEvent(context, event.case, 'check_in_answered', { how: event.how }),
})
