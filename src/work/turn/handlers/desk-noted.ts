import { caseEvent, type Handler } from './handler.ts'

/** The history of the case says that the resident has been told. */
export const deskNoted: Handler<'desk_noted'> = (event, context) => ({
  writes: caseEvent(context, null, 'told_resident', { act: event.act, by: event.by }),
})
