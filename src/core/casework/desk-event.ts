import type { Instant } from '../time.ts'

/** One line of the history of a case, opened for somebody who may read it. */
export type DeskEvent = {
  readonly seq: number
  readonly at: Instant
  readonly kind: string
  /** Staff id, or the part of the house. */
  readonly actor: string
  /** Name of the person; null = the house. */
  readonly by: string | null
  /** Ids and codes. */
  readonly detail: Readonly<Record<string, unknown>>
  /** What was said or written; null when there is nothing, or it was erased. */
  readonly words: unknown
}

const EVENT_GROUPS = ['talk', 'contact', 'assessment', 'routing', 'note', 'system'] as const

export type EventGroup = (typeof EVENT_GROUPS)[number]

/** Under which tab of the timeline (时间线) an event stands. */
export function groupOf(kind: string): EventGroup {
  for (const group of EVENT_GROUPS) if (GROUPS[group].includes(kind)) return group
  return 'system'
}

const GROUPS: Readonly<Record<EventGroup, readonly string[]>> = {
  talk: [
    'told_resident',
    'person_asked',
    'conversation_parked',
    'conversation_resumed',
    'conversation_ended',
    'crisis_raised',
    'danger_suspected',
    'safety_answered',
    'resident_quiet',
    'given_back_quiet',
    'message_failed',
    'message_unknown',
    'sms_sent',
    'sms_failed',
    'media_lost',
    'note_left',
    'check_in_answered',
    'plan_answered',
    'satisfaction_asked',
    'satisfaction_answered',
  ],
  contact: ['contacted', 'contact_tried'],
  assessment: [
    'indicator_set',
    'captured',
    'confirmed',
    'need_suspected',
    'photo_read',
    'suspect_settled',
  ],
  routing: [
    'claimed',
    'assigned',
    'offered_again',
    'escalated',
    'unclaimed',
    'released',
    'moved',
    'placed',
    'transfer_offered',
    'transfer_accepted',
    'transfer_declined',
    'transfer_late',
    'snoozed',
    'woken',
    'closed',
    'reopened',
    'erasure_ordered',
  ],
  note: ['note'],
  system: [],
}

/** A text of an event's words by its name; empty when it has none. */
export function wordOf(event: DeskEvent, name: string): string {
  const { words } = event
  if (typeof words !== 'object' || words === null) return ''
  const value = (words as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? value : ''
}
