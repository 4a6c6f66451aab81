import type { Understood } from '../../understanding/understood.ts'
import { recalled, recalls } from '../machine/filed-facts.ts'
import { waiting } from '../machine/memory.ts'
import type { Meaning } from '../machine/signal.ts'
import { LINE } from '../say/options.ts'
import { hears, type Moment } from './moment.ts'
import { statedIn } from './stated.ts'

/** What the file holds is being read back. */
export function isRecalling({ setting, memory }: Moment): boolean {
  const open = waiting(memory)
  const question = open?.mode === 'ask' ? setting.questions[open.step]?.question : undefined
  return question !== undefined && recalls(question)
}

/**
 * The answer to 「我们这里记着…，还对吗」: the lines whose numbers were given, or whose new value was told at once
 * (「电话换了，139…」), as a list of slots; else a yes or a no to all of it.
 */
export function recallAnswer(
  { setting, memory, now }: Moment,
  understood: Understood,
  keys: readonly string[],
): Meaning | undefined {
  const question = setting.questions[waiting(memory)?.step ?? '']?.question
  if (!question || !recalls(question)) return undefined
  const lines = recalled(memory, question)
  const all = statedIn(setting, understood, now)
  const stated = Object.fromEntries(Object.entries(all).filter(([slot]) => lines.includes(slot)))
  const chosen = (understood.slots.choice ?? []).flatMap((at) => keys[at - 1] ?? [])
  const numbered = chosen.flatMap((key) => (key.startsWith(LINE) ? [key.slice(LINE.length)] : []))
  const named = hears(understood, 'affirm')
    ? []
    : lines.filter((slot) => understood.text.includes(setting.slots[slot]?.label ?? slot))
  const changed = [...new Set([...numbered, ...named, ...Object.keys(stated)])]
  if (changed.length > 0) return { type: 'answer', value: changed, stated }
  if (chosen.includes('yes') || hears(understood, 'affirm')) return { type: 'answer', value: 'yes' }
  const isNo = chosen.includes('no') || hears(understood, 'deny') || /^不对/u.test(understood.text)
  if (isNo) return { type: 'answer', value: 'no' }
  return undefined
}
