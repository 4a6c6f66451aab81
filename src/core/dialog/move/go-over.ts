import { judge } from '../../conditions/judge.ts'
import type { Instant } from '../../time.ts'
import { factsOf } from '../facts.ts'
import type { SlotDef } from '../flow/schema.ts'
import type { Fresh } from '../fresh.ts'
import type { Kept, Memory } from '../machine/memory.ts'
import { asleep, type Turned, turn } from '../machine/turn-machine.ts'
import type { Setting } from '../setting.ts'
import type { Stage } from '../stage.ts'

/** What somebody brings along: what is known, and the bundle that he began with. */
export type Leaving = { readonly memory: Memory; readonly bundle: string }

/**
 * Goes over to another text of the flow. It is walked from its beginning with all answers: what was answered is
 * passed by and what was said is not said again, so that everybody comes to the first question that is still open.
 * `to` names another question, where the author says so.
 */
export function goOver(
  { ready, setting }: Stage,
  { memory, bundle }: Leaving,
  { to, now, fresh }: { readonly to?: string; readonly now: Instant; readonly fresh: Fresh },
): Turned {
  const fits = (slot: string, kept: Kept) => stillFits(setting.slots[slot], kept)
  const answers = Object.entries(memory.answers).filter(([slot, kept]) => fits(slot, kept))
  const known: Memory = {
    ...memory,
    answers: Object.fromEntries(answers),
    trail: memory.trail.filter((step) => setting.questions[step]),
    ...{ open: null, aside: null, parked: false, tries: 0, picked: null },
    target: to !== undefined && isOwn(setting, to) ? to : null,
    was: [bundle, ...(memory.was ?? [])].slice(0, MOST_BEFORE),
  }
  return turn(ready, asleep(ready, known), { type: 'start', now, fresh })
}

/** A question of this flow, not of the danger that may come between. */
export const isOwn = ({ questions, flow }: Setting, step: string): boolean =>
  questions[step]?.flow === flow

/** Nobody goes through more texts of a flow in one talk; bounds the state. */
const MOST_BEFORE = 4

/** An answer that the question cannot have any more is asked for again; one that nobody asks for is kept. */
export function stillFits(def: SlotDef | undefined, kept: Kept): boolean {
  if (!def || !('value' in kept)) return true
  const { value } = kept
  const of = def.of ?? []
  switch (def.type) {
    case 'choice':
      return typeof value === 'string' && of.includes(value)
    case 'choices':
      return [value].flat().every((key) => typeof key === 'string' && of.includes(key))
    case 'safety':
    case 'text':
    case 'name':
    case 'story':
    case 'phone':
    case 'date':
      return typeof value === 'string'
    case 'number':
    case 'household':
    case 'age':
    case 'photos':
      return typeof value === 'number'
    case 'money':
      return typeof value === 'object' && 'min' in value
    case 'address':
      return typeof value === 'object' && 'text' in value
    default:
      return def.type satisfies never
  }
}

/** Questions that the new text has and the old one had not, and answers that have to be given again. */
export function askedMore(old: Setting, now: Setting, memory: Memory): readonly string[] {
  const facts = factsOf(memory)
  return now.flow.steps.flatMap((step) => {
    if (!('ask' in step)) return []
    const kept = memory.answers[step.into]
    const isKnown = kept !== undefined && stillFits(now.slots[step.into], kept)
    const isNew = old.questions[step.id] === undefined || kept !== undefined
    const condition = step.when ? now.conditions.get(step.when) : undefined
    const isOpen = !condition || judge(condition, facts).value !== false
    return isNew && !isKnown && isOpen ? [step.id] : []
  })
}
