import { isApart } from '../../../core/casework/apart-kinds.ts'
import { groupOf } from '../../../core/casework/desk-event.ts'
import type { TimelineLine } from '../../../core/contract/office/household-timeline.ts'
import { maskPhone } from '../../../core/people/mask.ts'
import { maskId } from '../../../core/people/mask-id.ts'
import type { HouseholdEvent, RecordVersionLine } from '../../../work/ports/household-deeds.ts'
import { eventSentence, eventWords } from '../desk/event-words.ts'
import type { Gate } from '../parts.ts'
import { iso } from './frame.ts'

/** Lines of the requests and versions of the records, newest first. */
export function timelineOf(
  events: readonly HouseholdEvent[],
  changes: readonly RecordVersionLine[],
  gate: Gate,
): readonly TimelineLine[] {
  const lines = [
    ...events.map((event) => ({ at: event.at, line: ofEvent(event, gate) })),
    ...changes
      .filter(({ kind }) => !isApart(kind))
      .map((change) => ({ at: change.at, line: ofChange(change) })),
  ]
  return lines.sort((a, b) => b.at - a.at).map(({ line }) => line)
}

function ofEvent(event: HouseholdEvent, gate: Gate): TimelineLine {
  const { number, seq, at, by, kind } = event
  return {
    ...{ id: `${number}/${seq}`, at: iso(at), by, number, kind },
    ...{ group: groupOf(kind), state: null, version: null },
    sentence: eventSentence(event, gate),
    words: masked(eventWords(event)),
  }
}

function ofChange({ id, kind, state, version, at, by, body }: RecordVersionLine): TimelineLine {
  return {
    ...{ id: `${id}/${version}`, at: iso(at), by: by.name || null, number: null },
    ...{ group: kind, kind, state, version, sentence: null },
    words: masked(wordsOf(body)),
  }
}

/** What a record is about, in the words of whoever wrote it: the first of the names that kinds use. */
export function wordsOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null
  const told = body as Readonly<Record<string, unknown>>
  const found = NAMES.map((name) => told[name]).find((value) => typeof value === 'string' && value)
  return typeof found === 'string' ? found.slice(0, MOST) : null
}

const NAMES = ['words', 'item', 'name', 'title', 'question', 'goal', 'text', 'note', 'reason']

/** Characters of what was written; the record itself has the rest. */
const MOST = 200

/** Numbers of mobile phones, and of identity cards, wherever they stand. */
export function masked<T extends string | null>(text: T): T {
  if (text === null) return text
  const hidden = text.replaceAll(/\d{17}[\dXx]/g, maskId)
  return hidden.replaceAll(/1[3-9]\d{9}/g, maskPhone) as T
}
