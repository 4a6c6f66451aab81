import type { AnswerCorrected } from './answer-corrected.ts'
import type { AnswerNotUnderstood } from './answer-not-understood.ts'
import type { AnswerRecorded } from './answer-recorded.ts'
import type { AnswerSkipped } from './answer-skipped.ts'
import type { CaseOpened } from './case-opened.ts'
import type { CaseUpdated } from './case-updated.ts'
import type { CheckInAnswered } from './check-in-answered.ts'
import type { ComplaintMade } from './complaint-made.ts'
import type { ConsentGiven } from './consent-given.ts'
import type { ConsentRefused } from './consent-refused.ts'
import type { ConversationEnded } from './conversation-ended.ts'
import type { ConversationParked } from './conversation-parked.ts'
import type { ConversationResumed } from './conversation-resumed.ts'
import type { CrisisRaised } from './crisis-raised.ts'
import type { DeskNoted } from './desk-noted.ts'
import type { NoteLeft } from './note-left.ts'
import type { PersonAsked } from './person-asked.ts'
import type { PlanAnswered } from './plan-answered.ts'
import type { RepairUsed } from './repair-used.ts'
import type { SafetyAnswered } from './safety-answered.ts'
import type { SatisfactionAnswered } from './satisfaction-answered.ts'
import type { WithdrawalAsked } from './withdrawal-asked.ts'

/** What a turn of the dialog decided. Each has its handler in work/turn/handlers; none is dropped. */
export type DomainEvent =
  | AnswerCorrected
  | AnswerNotUnderstood
  | AnswerRecorded
  | AnswerSkipped
  | CaseOpened
  | CaseUpdated
  | CheckInAnswered
  | ComplaintMade
  | ConsentGiven
  | ConsentRefused
  | ConversationEnded
  | ConversationParked
  | ConversationResumed
  | CrisisRaised
  | DeskNoted
  | NoteLeft
  | PersonAsked
  | PlanAnswered
  | RepairUsed
  | SafetyAnswered
  | SatisfactionAnswered
  | WithdrawalAsked

export const EVENT_TYPES = [
  'answer_corrected',
  'answer_not_understood',
  'answer_recorded',
  'answer_skipped',
  'case_opened',
  'case_updated',
  'check_in_answered',
  'complaint_made',
  'consent_given',
  'consent_refused',
  'conversation_ended',
  'conversation_parked',
  'conversation_resumed',
  'crisis_raised',
  'desk_noted',
  'note_left',
  'person_asked',
  'plan_answered',
  'repair_used',
  'safety_answered',
  'satisfaction_answered',
  'withdrawal_asked',
] as const satisfies readonly DomainEvent['type'][]
