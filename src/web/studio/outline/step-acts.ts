import type { Place, Room } from '../documents/room.ts'
import {
  asBody,
  bodyOf,
  changeBody,
  insertBody,
  insertStep,
  moveStep,
  removeStep,
  rewriteStep,
} from '../yaml/edit-steps.ts'
import { partsOf } from '../yaml/parts.ts'
import { moveEntry } from '../yaml/rewrite.ts'
import { type NewKind, newStep } from './new-step.ts'
import { questionsIn, stepValue } from './rows.ts'

/** What can be done to steps as a whole: each gives the new text and what is then looked at. */
export type Done = { readonly text: string; readonly place: Place } | null

type Given = Pick<Room, 'text' | 'parts'>

export function moveBy({ text, parts }: Given, place: Place, by: 1 | -1): Done {
  if (!place || !parts) return null
  const { step, question } = place
  if (question === undefined) {
    const to = step + by
    return to < 0 || to >= parts.steps.length
      ? null
      : { text: moveStep(text, step, to), place: { step: to } }
  }
  const to = question + by
  if (to < 0 || to >= questionsIn(stepValue(parts, step)).length) return null
  const next = changeBody(text, step, (body) => moveEntry(body, [0, 'questions'], question, to))
  return { text: next, place: { step, question: to } }
}

export function remove({ text, parts }: Given, place: Place): Done {
  if (!place || !parts) return null
  const { step, question } = place
  if (question !== undefined) {
    const next = rewriteStep(text, [step, 'questions', question], undefined)
    return { text: next, place: { step } }
  }
  const left = parts.steps.length - 1
  const next = removeStep(text, step)
  return { text: next, place: left === 0 ? null : { step: Math.min(step, left - 1) } }
}

/** A copy right below, under a name of its own. */
export function duplicate({ text, parts }: Given, place: Place): Done {
  if (!place || !parts || place.question !== undefined) return null
  return paste({ text, parts }, place, bodyOf(text, place.step))
}

export const copyOf = ({ text }: Given, place: Place): string | null =>
  place && place.question === undefined ? bodyOf(text, place.step) : null

/** Lines of a step from here or from another flow, below the place. */
export function paste({ text, parts }: Given, place: Place, pasted: string): Done {
  const body = asBody(text, pasted)
  if (body === null || !parts) return null
  const at = (place?.step ?? parts.steps.length - 1) + 1
  const next = insertBody(text, at, body)
  const id = stepValue(partsOf(next) ?? parts, at).id
  const named = rewriteStep(next, [at, 'id'], freeId(parts, String(id ?? 'step')))
  return { text: named, place: { step: at } }
}

export function insert({ text, parts }: Given, place: Place, kind: NewKind): Done {
  if (!parts) return null
  if (kind === 'question') {
    if (!place) return null
    const { questions } = stepValue(parts, place.step)
    const count = Array.isArray(questions) ? questions.length : 0
    const id = freeId(parts, 'q_new')
    const next = rewriteStep(text, [place.step, 'questions', count], newStep('question', id))
    return { text: next, place: { step: place.step, question: count } }
  }
  const at = (place?.step ?? parts.steps.length - 1) + 1
  const section = place ? stepValue(parts, place.step).section : undefined
  const { id, ...rest } = newStep(kind, freeId(parts, kind))
  const value = { id, ...(typeof section === 'string' ? { section } : {}), ...rest }
  return { text: insertStep(text, at, value), place: { step: at } }
}

/** The name, or with a number behind it where it is taken. */
function freeId(parts: NonNullable<Given['parts']>, wanted: string): string {
  const taken = new Set(
    parts.steps.flatMap((_, at) => {
      const value = stepValue(parts, at)
      return [value, ...questionsIn(value)].map(({ id }) => id)
    }),
  )
  if (!taken.has(wanted)) return wanted
  const stem = wanted.replace(/_\d+$/, '').slice(0, 36)
  let number = 2
  while (taken.has(`${stem}_${number}`)) number += 1
  return `${stem}_${number}`
}
