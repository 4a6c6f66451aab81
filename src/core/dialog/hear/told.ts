import type { HeardNeed } from '../../casework/case-file.ts'
import { understand } from '../../understanding/understand.ts'
import type { Asked, Understood } from '../../understanding/understood.ts'
import { LIMITS } from '../limits.ts'
import { waiting } from '../machine/memory.ts'
import type { Meaning, Told } from '../machine/signal.ts'
import { type Moment, tellsNeed } from './moment.ts'
import { statedIn } from './stated.ts'

/** A story that comes before its question is remembered, and confirmed when its question comes (rule 16). */
export function storyTold(moment: Moment, understood: Understood): Meaning | undefined {
  const slot = storySlot(moment)
  if (slot === undefined || !waiting(moment.memory) || !tellsNeed(understood)) return undefined
  const value = understood.raw.trim().slice(0, LIMITS.storyLength)
  return { type: 'told', story: { slot, value }, ...toldIn(moment, understood) }
}

/** What a cry for help tells of the trouble: after the danger it is read back, not asked for once more. */
export function toldInDanger(moment: Moment, understood: Understood): { readonly told?: Told } {
  const slot = storySlot(moment)
  if (slot === undefined || !tellsNeed(understood)) return {}
  const { heard, stated } = toldIn(moment, understood)
  const value = understood.raw.trim().slice(0, LIMITS.storyLength)
  return { told: { heard, stated: { ...stated, [slot]: value } } }
}

const toldIn = ({ setting, now }: Moment, understood: Understood): Told => ({
  heard: heardIn(understood),
  stated: statedIn(setting, understood, now),
})

const storySlot = ({ setting }: Moment) =>
  Object.entries(setting.flow.slots).find(([, def]) => def.type === 'story')?.[0]

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
