import type { DomainEvent } from '../../events/event.ts'
import { askIn, type WordingKey } from '../flow/wordings.ts'
import type { Memory } from '../machine/memory.ts'
import type { Setting } from '../setting.ts'
import { sourceMark } from '../translate/translated.ts'

/**
 * What becomes of somebody who heard one of several wordings, each at most once: heard it, answered it at once, was
 * asked again because the answer was not understood, said no word for 20 hours.
 */
export const WORDING_DEEDS = ['shown', 'at_once', 'asked_again', 'left'] as const

export type WordingDeed = (typeof WORDING_DEEDS)[number]

/** No words: the wording is known by its key and by the mark of its text, so that another text is counted anew. */
export type WordingMark = {
  readonly did: WordingDeed
  readonly step: string
  readonly wording: { readonly key: WordingKey; readonly text: string }
}

/** The turn of a talk: what was remembered before and after, what happened, who was given up as gone. */
export type Tried = {
  readonly before: Memory | null
  readonly after: Memory
  readonly events: readonly DomainEvent[]
  readonly left: string | null
}

export function wordingMarks(
  questions: Setting['questions'],
  { before, after, events, left }: Tried,
): readonly WordingMark[] {
  return Object.entries(after.wordings ?? {}).flatMap(([step, { key }]) => {
    const question = questions[step]?.question
    if (!question) return []
    const was = before?.wordings?.[step]
    const isOpen = was !== undefined && was.met !== true
    const deeds: readonly (WordingDeed | false)[] = [
      was === undefined && 'shown',
      isOpen && events.some((event) => isAnswer(event, step)) && 'at_once',
      isOpen && events.some((event) => isMiss(event, step)) && 'asked_again',
      was !== undefined && left === step && 'left',
    ]
    const wording = { key, text: sourceMark(askIn(question, key)) }
    return deeds.flatMap((did) => (did === false ? [] : [{ did, step, wording }]))
  })
}

const isAnswer = (event: DomainEvent, step: string) =>
  event.type === 'answer_recorded' && event.step === step

const isMiss = (event: DomainEvent, step: string) =>
  event.type === 'answer_not_understood' && event.step === step
