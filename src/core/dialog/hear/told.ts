import type { HeardNeed } from '../../casework/case-file.ts'
import { understand } from '../../understanding/understand.ts'
import type { Asked, Understood } from '../../understanding/understood.ts'
import { LIMITS } from '../limits.ts'
import { waiting } from '../machine/memory.ts'
import type { Meaning } from '../machine/signal.ts'
import { type Moment, tellsNeed } from './moment.ts'
import { statedIn } from './stated.ts'

/** A story that comes before its question is remembered, and confirmed when its question comes (rule 16). */
export function storyTold(
  { setting, memory, now }: Moment,
  understood: Understood,
): Meaning | undefined {
  const slot = Object.entries(setting.flow.slots).find(([, def]) => def.type === 'story')?.[0]
  if (slot === undefined || !waiting(memory) || !tellsNeed(understood)) return undefined
  const value = understood.raw.trim().slice(0, LIMITS.storyLength)
  return {
    type: 'told',
    story: { slot, value },
    heard: heardIn(understood),
    stated: statedIn(setting, understood, now),
  }
}

/**
 * Something that a later question asks for, said at this one: a street where the phone was asked. It is kept and
 * confirmed when its question comes. What is known already is no news, so that nobody is thanked for it for ever.
 */
export function tellsBesides(moment: Moment, understood: Understood): Meaning | undefined {
  const { setting, memory, now } = moment
  if (!waiting(memory) || [...understood.raw.trim()].length < 4) return undefined
  const { city, district } = setting.house
  const asText: Asked = { expects: 'text', now, city, district }
  const all = statedIn(setting, understand(understood.raw, asText, setting.house.knowledge), now)
  const stated = Object.fromEntries(
    Object.entries(all).filter(
      ([slot]) => memory.answers[slot] === undefined && memory.stated[slot] === undefined,
    ),
  )
  return Object.keys(stated).length === 0 ? undefined : { type: 'told', heard: [], stated }
}

/** Needs as the case keeps them: with the words that said so, not yet confirmed. */
export function heardIn(understood: Understood): readonly HeardNeed[] {
  return understood.indicators.slice(0, LIMITS.heardNeeds).map(({ span, ...heard }) => ({
    ...heard,
    quote: understood.raw.slice(span[0], span[1]),
    confirmed: null,
  }))
}
