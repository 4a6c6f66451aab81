import { type DeskEvent, wordOf } from '../../../core/casework/desk-event.ts'
import type { Gate } from '../parts.ts'
import { moment, placeName, slotWord, suspectWord, verdictWord, word } from './words.ts'

/** What happened, as a line of the timeline (时间线). */
export function eventSentence(event: DeskEvent, gate: Gate): string {
  const texts = gate.texts.desk
  const key = `event.${keyOf(event)}`
  if (!texts.has(key)) return texts.say('event.other', { kind: event.kind })
  return texts.say(key, valuesOf(event, gate))
}

/** What was written with it, for people; notes stand by themselves. */
export function eventWords(event: DeskEvent): string | null {
  if (typeof event.words === 'string') return event.words
  const text = wordOf(event, 'text') || wordOf(event, 'reason') || wordOf(event, 'quote')
  return text === '' ? null : text
}

function keyOf({ kind, detail }: DeskEvent): string {
  if (kind === 'told_resident') return `told_${String(detail.act)}`
  if (kind === 'placed' && detail.reason) return 'placed_why'
  if (kind === 'suspect_settled')
    return detail.confirmed ? 'suspect_confirmed' : 'suspect_dismissed'
  if (kind === 'contact_tried') return `contact_tried_${detail.reached ? 'reached' : 'missed'}`
  return kind
}

function valuesOf({ kind, by, detail }: DeskEvent, gate: Gate): Readonly<Record<string, string>> {
  const texts = gate.texts.desk
  const text = (name: string) => (typeof detail[name] === 'string' ? String(detail[name]) : '')
  const { value, points } = detail
  return {
    by: by ?? '',
    street: placeName(gate, text('to')),
    reason: word(texts, REASONS[kind] ?? '', text('reason')),
    how: word(texts, 'contact', text('how')),
    slot: slotWord(gate, text('slot')),
    indicator: word(texts, 'indicator', text('code')),
    verdict: verdictWord(texts, typeof value === 'boolean' ? value : null),
    document: word(texts, 'document', text('document')),
    grade: text('grade') === '' ? texts.say('grade.open') : word(texts, 'grade', text('grade')),
    points: Array.isArray(points) ? [...new Set(points)].join('–') : '',
    outcome: word(texts, 'outcome', text('outcome')),
    why: word(texts, 'delivery.why', text('why') || 'none'),
    until: typeof detail.until === 'number' ? moment(detail.until) : '',
    suspect: suspectWord(texts, text('code')),
  }
}

/** In which list the reason of an event stands. */
const REASONS: Readonly<Record<string, string>> = {
  released: 'release',
  transfer_offered: 'transfer',
  transfer_declined: 'decline',
  erasure_ordered: 'erase',
  reopened: 'reopen',
  placed: 'place',
  snoozed: 'snooze',
  assigned: 'assign_why',
  offered_again: 'again_why',
  escalated: 'level',
}
