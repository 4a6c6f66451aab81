import { caseEvent, type Handler } from './handler.ts'

/**
 * Kept with the conversation, and proved in the history of each case it opens: which text, when
 * (个人信息保护法 art. 14). Before there is a case the turn itself is the proof.
 */
export const consentGiven: Handler<'consent_given'> = (event, context) => ({
  writes: caseEvent(context, null, 'consent_given', { notice: event.notice }),
  notes: { ...context.notes, consent: { notice: event.notice, at: context.at } },
})
