import { caseEvent, type Handler } from './handler.ts'

/** Words added later reach the adviser, sealed. */
export const noteLeft: Handler<'note_left'> = (event, context) => ({
  writes: caseEvent(context, event.case, 'note_left', {}, event.note),
})
