import type { DomainEvent } from '../../core/events/event.ts'
import type { Write } from '../ports/cases-in-turn.ts'
import type { Notes } from '../ports/turns.ts'
import { answerCorrected } from './handlers/answer-corrected.ts'
import { answerNotUnderstood } from './handlers/answer-not-understood.ts'
import { answerRecorded } from './handlers/answer-recorded.ts'
import { answerSkipped } from './handlers/answer-skipped.ts'
import { caseOpened } from './handlers/case-opened.ts'
import { caseUpdated } from './handlers/case-updated.ts'
import { checkInAnswered } from './handlers/check-in-answered.ts'
import { complaintMade } from './handlers/complaint-made.ts'
import { consentGiven } from './handlers/consent-given.ts'
import { consentRefused } from './handlers/consent-refused.ts'
import { conversationEnded } from './handlers/conversation-ended.ts'
import { conversationParked } from './handlers/conversation-parked.ts'
import { conversationResumed } from './handlers/conversation-resumed.ts'
import { crisisRaised } from './handlers/crisis-raised.ts'
import { deskNoted } from './handlers/desk-noted.ts'
import type { Handled, Handler, HandlerContext } from './handlers/handler.ts'
import { noteLeft } from './handlers/note-left.ts'
import { personAsked } from './handlers/person-asked.ts'
import { planAnswered } from './handlers/plan-answered.ts'
import { repairUsed } from './handlers/repair-used.ts'
import { safetyAnswered } from './handlers/safety-answered.ts'
import { satisfactionAnswered } from './handlers/satisfaction-answered.ts'
import { withdrawalAsked } from './handlers/withdrawal-asked.ts'

/** Each event its handler; a new event does not compile without one. */
export const HANDLERS: { readonly [Type in DomainEvent['type']]: Handler<Type> } = {
  answer_corrected: answerCorrected,
  answer_not_understood: answerNotUnderstood,
  answer_recorded: answerRecorded,
  answer_skipped: answerSkipped,
  case_opened: caseOpened,
  case_updated: caseUpdated,
  check_in_answered: checkInAnswered,
  complaint_made: complaintMade,
  consent_given: consentGiven,
  consent_refused: consentRefused,
  conversation_ended: conversationEnded,
  conversation_parked: conversationParked,
  conversation_resumed: conversationResumed,
  crisis_raised: crisisRaised,
  desk_noted: deskNoted,
  note_left: noteLeft,
  person_asked: personAsked,
  plan_answered: planAnswered,
  repair_used: repairUsed,
  safety_answered: safetyAnswered,
  satisfaction_answered: satisfactionAnswered,
  withdrawal_asked: withdrawalAsked,
}

/** All events of a turn, in order: what is written, and what the next turns must know. */
export function handleEvents(
  events: readonly DomainEvent[],
  context: HandlerContext,
): { readonly writes: readonly Write[]; readonly notes: Notes } {
  const writes: Write[] = []
  let { notes } = context
  for (const event of events) {
    const handled = handle(event, { ...context, notes })
    writes.push(...handled.writes)
    notes = handled.notes ?? notes
  }
  return { writes, notes }
}

function handle<Event extends DomainEvent>(event: Event, context: HandlerContext): Handled {
  const handler = HANDLERS[event.type] as
    | ((event: Event, context: HandlerContext) => Handled)
    | undefined
  // A dropped event could be a case that nobody opens: better no turn at all.
  if (!handler) throw new Error(`no handler for the event "${event.type}"`)
  return handler(event, context)
}
