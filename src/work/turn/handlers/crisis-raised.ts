import { caseEvent, caseOf, type Handler } from './handler.ts'

/** The duty adviser is called, whether or not there is a case yet. */
export const crisisRaised: Handler<'crisis_raised'> = (event, context) => {
  const found = caseOf(context, event.case)
  const { ref, at, district, newId } = context
  return {
    writes: [
      {
        kind: 'raise_alert',
        id: newId('crisis'),
        district: found?.district ?? district,
        street: found?.street ?? null,
        case: found?.id ?? null,
        conversation: ref,
        tier: event.tier,
        type: event.danger,
        at,
      },
      ...caseEvent(context, event.case, 'crisis_raised', { tier: event.tier, rule: event.rule }),
    ],
  }
}
