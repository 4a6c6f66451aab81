import type { Understood } from '../../understanding/understood.ts'
import type { Meaning } from '../machine/signal.ts'
import { isFreeText, type Moment } from './moment.ts'
import { valueFor } from './value-of.ts'

/** 「刚才电话说错了，是139…」: the slot whose kind of value is stated, newest first; else the one named. */
export function correction({ setting, memory }: Moment, understood: Understood): Meaning {
  const steps = [...memory.trail].reverse()
  for (const step of steps) {
    const placed = setting.questions[step]
    const slot = placed?.question.into
    const def = slot === undefined ? undefined : setting.slots[slot]
    if (!placed || slot === undefined || !def || !memory.answers[slot]) continue
    if (isFreeText(def.type) || def.type === 'choice' || def.type === 'choices') continue
    if (def.type === 'address' && !understood.slots.address) continue
    const taken = valueFor(understood, def, placed.question, [])
    if (taken?.kind === 'value') return { type: 'correct', slot, value: taken.value }
  }
  const named = Object.entries(setting.slots).find(
    ([slot, def]) => memory.answers[slot] && understood.text.includes(def.label),
  )
  return named ? { type: 'correct', slot: named[0] } : { type: 'correct' }
}
