import type { DomainEvent } from '../../../core/events/event.ts'
import type { Instant } from '../../../core/time.ts'
import type { Write } from '../../ports/cases-in-turn.ts'
import type { CaseRef, ConversationRef, Notes } from '../../ports/turns.ts'

/** What a handler may know besides its event. */
export type HandlerContext = {
  readonly ref: ConversationRef
  readonly seq: number
  readonly at: Instant
  /** The conversation's own channel. */
  readonly channel: string
  /** District of this house: where an alert goes while no case says otherwise. */
  readonly district: string
  /** After the events before this one. */
  readonly notes: Notes
  /** A UUID that this turn alone has under that name. */
  readonly newId: (name: string) => string
}

/** Pure: an event becomes writes of the same transaction. `notes` is what the next turns must know. */
export type Handled = { readonly writes: readonly Write[]; readonly notes?: Notes }

export type Handler<Type extends DomainEvent['type']> = (
  event: Extract<DomainEvent, { readonly type: Type }>,
  context: HandlerContext,
) => Handled

/** For events that the turn's own row tells completely. */
export const NOTHING: Handled = { writes: [] }

/** The case that an event names by id or number, or the newest one of the conversation. */
export function caseOf(context: HandlerContext, id: string | null): CaseRef | undefined {
  const { cases } = context.notes
  return id === null ? cases.at(-1) : cases.find((known) => known.id === id || known.number === id)
}

/** One line in the history of a case, when there is a case. */
export function caseEvent(
  context: HandlerContext,
  id: string | null,
  what: string,
  detail: Readonly<Record<string, unknown>>,
  words?: string,
): readonly Write[] {
  const found = caseOf(context, id)
  if (!found) return []
  const said = words === undefined ? {} : { words }
  return [{ kind: 'case_event', case: found, what, at: context.at, detail, ...said }]
}
