import type { CaseFile } from '../../../core/casework/case-file.ts'
import type { House } from '../../../core/dialog/house.ts'
import type { DomainEvent } from '../../../core/events/event.ts'
import { labelOf } from '../../../core/understanding/place/gazetteer.ts'
import type { CaseShown } from './view.ts'

/** Something that a talk would have done: words for `code` are in the simulator's texts. */
export type Effect = {
  readonly code: string
  /** Codes that have words of their own are said by the screen. */
  readonly values: Readonly<Record<string, string>>
}

/** What the events of one move would have done; what only the record learns is left out. */
export function effectsOf(
  house: House,
  events: readonly DomainEvent[],
  before: CaseFile | null,
): readonly Effect[] {
  return events.flatMap((event) => effectOf(house, event, before) ?? [])
}

function effectOf(house: House, event: DomainEvent, before: CaseFile | null): Effect | null {
  switch (event.type) {
    case 'case_opened':
      return { code: event.type, values: caseValues(caseOf(house, event.file)) }
    case 'case_updated':
      return changed(house, before, event.file)
    case 'crisis_raised':
      return { code: event.type, values: { tier: event.tier, danger: event.danger } }
    case 'person_asked':
      return { code: event.type, values: { reason: event.reason } }
    case 'conversation_ended':
      return { code: event.type, values: { outcome: event.outcome } }
    case 'conversation_parked':
      return { code: event.type, values: { by: event.by } }
    case 'safety_answered':
      return { code: event.type, values: { safe: String(event.safe) } }
    case 'check_in_answered':
    case 'satisfaction_answered':
      return { code: event.type, values: { how: event.how } }
    case 'answer_corrected':
      return { code: event.type, values: { slot: event.slot } }
    case 'consent_given':
    case 'consent_refused':
    case 'complaint_made':
    case 'note_left':
    case 'plan_answered':
    case 'withdrawal_asked':
      return { code: event.type, values: {} }
    case 'answer_not_understood':
    case 'answer_recorded':
    case 'answer_skipped':
    case 'conversation_resumed':
    case 'desk_noted':
    case 'repair_used':
      return null
    default:
      return event satisfies never
  }
}

/** Only what an adviser would notice. */
function changed(house: House, before: CaseFile | null, file: CaseFile): Effect | null {
  const [was, is] = [before && caseOf(house, before), caseOf(house, file)]
  const same =
    was &&
    was.status === is.status &&
    was.place === is.place &&
    was.grade === is.grade &&
    was.urgency === is.urgency
  return same ? null : { code: 'case_updated', values: caseValues(is) }
}

const caseValues = ({ number, status, place, rule, urgency, grade }: CaseShown) => ({
  ...{ number, status, place, rule, urgency, grade },
})

/** A case in the codes and names that a screen needs. */
export function caseOf(house: House, file: CaseFile): CaseShown {
  const { number, status, route, urgency, assessment, heard } = file
  return {
    ...{ number, status, urgency, rule: route.rule },
    place: route.street ? labelOf(house.town.places, route.street, route.committee) : '',
    grade: assessment?.grade ?? 'open',
    points: assessment?.points ?? null,
    heard: heard.map(({ code }) => house.phrases[`heard.${code}`] ?? code),
  }
}
