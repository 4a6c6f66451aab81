import { caseEvent, type Handler } from './handler.ts'

/** The history of the case says that the resident came back. */
export const conversationResumed: Handler<'conversation_resumed'> = (event, context) => ({
  writes: caseEvent(context, null, 'conversation_resumed', { choice: event.choice }),
})
