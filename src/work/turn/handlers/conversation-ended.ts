import { caseEvent, type Handler } from './handler.ts'

/** The history of the case says that the talk came to its end. */
export const conversationEnded: Handler<'conversation_ended'> = (event, context) => ({
  writes: caseEvent(context, event.case, 'conversation_ended', { outcome: event.outcome }),
})
