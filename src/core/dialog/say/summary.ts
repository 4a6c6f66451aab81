import type { Instant } from '../../time.ts'
import type { Question } from '../flow/schema.ts'
import { recalled, recalls } from '../machine/filed-facts.ts'
import type { Memory, Value } from '../machine/memory.ts'
import type { Setting } from '../setting.ts'
import { reads } from './reads.ts'

export type SummaryLine = {
  readonly slot: string
  readonly label: string
  readonly reads: string
  /** Of what the file holds: when it was told. */
  readonly since?: Instant
}

/** The numbered lines that a question reads back: answers before sending, or what the file holds. Most have none. */
export function linesOf(
  setting: Setting,
  memory: Memory,
  question: Question,
): readonly SummaryLine[] {
  const line = (slot: string, value: Value) => {
    const label = setting.slots[slot]?.label ?? slot
    return { slot, label, reads: reads(setting, slot, value) }
  }
  if (recalls(question)) {
    return recalled(memory, question).flatMap((slot) => {
      const fact = memory.filed?.[slot]
      return fact ? [{ ...line(slot, fact.value), since: fact.at }] : []
    })
  }
  const slots = 'summarise' in question ? (question.summarise ?? []) : []
  return slots.flatMap((slot) => {
    const kept = memory.answers[slot]
    return kept && 'value' in kept ? [line(slot, kept.value)] : []
  })
}
