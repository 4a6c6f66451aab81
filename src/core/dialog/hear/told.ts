import type { HeardNeed } from '../../casework/case-file.ts'
import type { Understood } from '../../understanding/understood.ts'
import { LIMITS } from '../limits.ts'
import { waiting } from '../machine/memory.ts'
import type { Meaning } from '../machine/signal.ts'
import { type Moment, tellsNeed } from './moment.ts'
import { statedIn } from './stated.ts'

/** A story that comes before its question is remembered, and confirmed when its question comes (rule 16). */
export function storyTold(
  { setting, memory }: Moment,
  understood: Understood,
): Meaning | undefined {
  const slot = Object.entries(setting.flow.slots).find(([, def]) => def.type === 'story')?.[0]
  if (slot === undefined || !waiting(memory) || !tellsNeed(understood)) return undefined
  const value = understood.raw.trim().slice(0, LIMITS.storyLength)
  return {
    type: 'told',
    slot,
    value,
    heard: heardIn(understood),
    stated: statedIn(setting, understood),
  }
}

/** Needs as the case keeps them: with the words that said so, not yet confirmed. */
export function heardIn(understood: Understood): readonly HeardNeed[] {
  return understood.indicators.slice(0, LIMITS.heardNeeds).map(({ span, ...heard }) => ({
    ...heard,
    quote: understood.raw.slice(span[0], span[1]),
    confirmed: null,
  }))
}
