import { understand } from '../../understanding/understand.ts'
import type { Arrived } from '../converse.ts'
import { LIMITS } from '../limits.ts'
import type { Memory } from '../machine/memory.ts'
import type { Meaning } from '../machine/signal.ts'
import type { Setting } from '../setting.ts'
import { interpret } from './interpret.ts'
import { statedIn } from './stated.ts'
import { heardIn } from './told.ts'

/**
 * The first message of a talk. Danger comes before any welcome. A story told at once is remembered, to be
 * confirmed instead of asked for; a wish for a person is honoured right after the welcome.
 */
export function opening(
  setting: Setting,
  memory: Memory,
  arrived: Arrived,
): { readonly memory: Memory; readonly meanings: readonly Meaning[] } {
  const start: Meaning = { type: 'start' }
  const { incoming, now } = arrived
  if (incoming.kind !== 'text') {
    const rest =
      incoming.kind === 'media' ? interpret({ setting, memory, before: [], now }, incoming) : []
    return { memory, meanings: [start, ...rest] }
  }
  const meanings = interpret({ setting, memory, before: [], now }, incoming)
  if (meanings.some(({ type }) => type === 'crisis')) return { memory, meanings }
  const steering = meanings.filter(({ type }) => STEERING.has(type))
  return {
    memory: withStory(setting, memory, incoming.text, now),
    meanings: [start, ...steering],
  }
}

const STEERING = new Set<Meaning['type']>(['person', 'withdraw', 'watch', 'status', 'urgent'])

function withStory(setting: Setting, memory: Memory, text: string, now: number): Memory {
  const slot = Object.entries(setting.flow.slots).find(([, def]) => def.type === 'story')?.[0]
  if (slot === undefined) return memory
  const understood = understand(text, { expects: 'open', now }, setting.house.knowledge)
  const heard = heardIn(understood)
  if (!heard.some((need) => need.polarity === 'present')) return memory
  return {
    ...memory,
    heard,
    stated: {
      ...memory.stated,
      ...statedIn(setting, understood, now),
      [slot]: text.trim().slice(0, LIMITS.storyLength),
    },
  }
}

/** What may be said after the end without a new talk: thanks, a look at the case, danger. */
export function isForEnded(meaning: Meaning): boolean {
  return FOR_ENDED.has(meaning.type)
}

const FOR_ENDED = new Set<Meaning['type']>([
  'late',
  'thanks',
  'goodbye',
  'larger',
  'crisis',
  'watch',
  'withdraw',
  'status',
  'progress',
  'person',
  'urgent',
  'media',
])
