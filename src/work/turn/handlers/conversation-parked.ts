import { caseEvent, type Handler } from './handler.ts'

/** The history of the case says where the talk stopped; all answers are kept. */
export const conversationParked: Handler<'conversation_parked'> = (event, context) => ({
  writes: caseEvent(context, null, 'conversation_parked', { by: event.by, step: event.step }),
})
