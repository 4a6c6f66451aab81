import type { Outgoing } from '../../events/outgoing.ts'
import type { Instant } from '../../time.ts'
import { askIn } from '../flow/wordings.ts'
import { recalls } from '../machine/filed-facts.ts'
import { type Memory, waiting } from '../machine/memory.ts'
import type { Placed, Setting } from '../setting.ts'
import { fill } from './fill.ts'
import { optionsOut } from './options.ts'
import { saidAge } from './said-age.ts'
import { linesOf } from './summary.ts'

/** Whatever is open, as it is asked: the question, a confirmation, a choice between two, a side question. */
export function openQuestion(setting: Setting, memory: Memory, now: Instant): Outgoing | null {
  const open = waiting(memory)
  if (!open || (memory.parked && !memory.aside)) return null
  const text = textOf(setting, memory, now)
  if (!text) return null
  const options = optionsOut(setting, memory)
  const several = isSeveral(setting, memory)
  return {
    from: 'bot',
    text,
    urgency: 'question',
    ...(options.length ? { options } : {}),
    ...(several ? { several } : {}),
  }
}

function textOf(setting: Setting, memory: Memory, now: Instant): string | undefined {
  const open = waiting(memory)
  const placed = open ? setting.questions[open.step] : undefined
  const say = (text: string | undefined) => text && fill(text, setting, memory, now)
  const { phrases } = setting.house
  switch (open?.mode) {
    case undefined:
      return undefined
    case 'ask':
      return placed ? asking(setting, memory, placed, now) : undefined
    case 'confirm':
      return say(placed?.question.confirm ?? phrases['ask.confirm'])
    case 'heard':
      return say(placed?.question.heard ?? phrases['ask.heard'])
    case 'reflect':
      return say(placed?.question.reflect)
    default:
      return say(phrases[`ask.${open?.mode}`])
  }
}

/** The lines that are read back, the part of the talk, the hint, and last the question (rules 1, 14). */
function asking(setting: Setting, memory: Memory, placed: Placed, now: Instant) {
  const { question } = placed
  const lines = linesOf(setting, memory, question).map(
    ({ label, reads, since }, at) =>
      `${at + 1} ${label}：${reads}${since === undefined ? '' : saidAge(setting, since, now)}`,
  )
  const progress = progressText(setting, 'progress.mark', placed)
  const ask = fill(askIn(question, memory.wordings?.[question.id]?.key), setting, memory, now)
  const hint = question.hint ? fill(question.hint, setting, memory, now) : ''
  const said = hint ? [hint] : []
  const before = recalls(question) ? [...said, ...lines] : [...lines, ...said]
  return [...before, `${progress}${ask}`].join('\n')
}

/**
 * 「第 2 部分，共 4 部分」 by the flow's own sections: the count never grows, whatever the adaptive block leaves out.
 * Empty where the step stands in no section.
 */
export function progressText(setting: Setting, key: string, { step, flow }: Placed): string {
  const sections = [...new Set(flow.steps.flatMap((each) => each.section ?? []))]
  if (!step.section) return ''
  return (setting.house.phrases[key] ?? '')
    .replace('{part}', `${sections.indexOf(step.section) + 1}`)
    .replace('{parts}', `${sections.length}`)
}

function isSeveral(setting: Setting, memory: Memory): boolean {
  const open = waiting(memory)
  const slot = open?.mode === 'ask' ? setting.questions[open.step]?.question.into : undefined
  return slot !== undefined && setting.slots[slot]?.type === 'choices'
}
