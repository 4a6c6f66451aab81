import type { OutgoingOption } from '../../events/outgoing.ts'
import type { Question } from '../flow/schema.ts'
import { leavesShown } from '../machine/leaves.ts'
import { type Memory, type Open, waiting } from '../machine/memory.ts'
import type { Setting } from '../setting.ts'
import { linesOf } from './summary.ts'

/** An option as it stands in the list that the resident sees. */
export type Shown = {
  readonly key: string
  readonly label: string
  readonly words?: readonly string[]
  /** Chosen by its words, not by a number: at the read-back, numbers belong to the lines. */
  readonly unnumbered?: boolean
}

/** The options of whatever is being asked just now, in the order of their numbers. */
export function optionsShown(setting: Setting, memory: Memory): readonly Shown[] {
  const open = waiting(memory)
  if (!open) return []
  const question = setting.questions[open.step]?.question
  switch (open.mode) {
    case 'ask':
      return question ? questionOptions(setting, memory, question) : []
    case 'confirm':
    case 'heard':
    case 'reflect':
    case 'correct':
    case 'withdraw':
      return fixed(setting, open.mode, ['yes', 'no'])
    case 'zero':
      return fixed(setting, 'zero', ['nothing', 'person'])
    case 'resume':
      return fixed(setting, 'resume', ['go_on', 'restart', 'later'])
    case 'restart':
      return fixed(setting, 'restart', ['yes', 'no'])
    case 'between':
      return question ? between(question, open) : []
    case 'pick':
      return places(setting, open)
    case 'which':
      return correctable(setting, memory)
    default:
      return open.mode satisfies never
  }
}

/** The same as they go out: with ids that stay meaningful when the question is old. */
export function optionsOut(setting: Setting, memory: Memory): readonly OutgoingOption[] {
  const step = waiting(memory)?.step ?? 'talk'
  const own = optionsShown(setting, memory)
    .filter((shown) => !isLine(shown))
    .map(({ key, label, unnumbered }) =>
      unnumbered ? { id: `${step}#${key}`, label, unnumbered } : { id: `${step}#${key}`, label },
    )
  const leaves = leavesShown(setting, memory).map(({ step: by, label }) => {
    return { id: `${by}#${LEAVE}`, label, unnumbered: true }
  })
  return [...own, ...leaves]
}

/** Key of the words that lead on from here, under the step that offered them. */
export const LEAVE = 'leave'

/** Keys of read-back lines start so; they are numbers in the text already. */
export const LINE = 'line:'

const isLine = (shown: Shown) => shown.key.startsWith(LINE)

function questionOptions(setting: Setting, memory: Memory, question: Question): readonly Shown[] {
  const own = Object.entries(question.options ?? {}).map(([key, { label, words }]) =>
    words ? { key, label, words } : { key, label },
  )
  const lines = linesOf(setting, memory, question).map(({ slot, label }) => ({
    key: `${LINE}${slot}`,
    label,
  }))
  if (lines.length === 0) return own
  return [...lines, ...own.map((option) => ({ ...option, unnumbered: true }))]
}

/** Options whose labels and words stand in the phrases: `option.zero.nothing`, `words.zero.nothing`. */
function fixed(setting: Setting, of: string, keys: readonly string[]): readonly Shown[] {
  const { phrases } = setting.house
  return keys.map((key) => {
    const label = phrases[`option.${of}.${key}`] ?? phrases[`option.${key}`] ?? key
    const words = (phrases[`words.${of}.${key}`] ?? phrases[`words.${key}`])?.split(/\s+/)
    return words ? { key, label, words } : { key, label }
  })
}

function between(question: Question, open: Open): readonly Shown[] {
  return (open.between ?? []).map((key) => ({ key, label: question.options?.[key]?.label ?? key }))
}

function places(setting: Setting, open: Open): readonly Shown[] {
  const held = open.held
  const options = held && typeof held === 'object' && 'text' in held ? (held.options ?? []) : []
  const listed = options.map((place, at) => ({ key: String(at), label: place.label }))
  return [...listed, ...fixed(setting, 'pick', ['none'])]
}

function correctable(setting: Setting, memory: Memory): readonly Shown[] {
  const slots = [...memory.trail].reverse().flatMap((step) => {
    const slot = setting.questions[step]?.question.into
    return slot && memory.answers[slot] ? [slot] : []
  })
  return [...new Set(slots)].slice(0, 5).map((slot) => ({
    key: slot,
    label: setting.slots[slot]?.label ?? slot,
  }))
}
