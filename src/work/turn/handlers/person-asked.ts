import type { Write } from '../../ports/cases-in-turn.ts'
import { caseEvent, caseOf, type Handler, type HandlerContext } from './handler.ts'

/** With a case its adviser is told by the case; without one somebody must look at the conversation. */
export const personAsked: Handler<'person_asked'> = (event, context) => ({
  writes: [
    ...callFor(event.reason, event.case, context),
    ...caseEvent(context, event.case, 'person_asked', { reason: event.reason }),
  ],
})

/** A message that could not be answered is an alert in any case: nobody else would notice it. */
function callFor(reason: string, id: string | null, context: HandlerContext): readonly Write[] {
  const found = caseOf(context, id)
  if (found && reason !== 'failed') return []
  return [
    {
      kind: 'raise_alert',
      id: context.newId('person'),
      district: found?.district ?? context.district,
      street: found?.street ?? null,
      case: found?.id ?? null,
      conversation: context.ref,
      tier: 'watch',
      type: `person_${reason}`,
      at: context.at,
    },
  ]
}
