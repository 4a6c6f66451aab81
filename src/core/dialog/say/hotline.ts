import { hotlinesFor } from '../../routing/hotlines.ts'
import { type Instant, shanghai } from '../../time.ts'
import { CRISIS_TYPES, type CrisisType } from '../../understanding/understood.ts'
import type { House } from '../house.ts'
import type { Memory } from '../machine/memory.ts'

/**
 * A number to call. `first` and `second` are those for the danger at hand, open lines first; any other name is
 * the id of a line in data/hotlines; `_sms` after it is its text-message number.
 */
export function hotline(house: House, memory: Memory, name: string, now: Instant): string {
  const place = Number(ORDER[name])
  if (Number.isNaN(place)) return lineById(house, name)
  const offered = hotlinesFor(dangerOf(memory), house.hotlines, house.city, shanghai(now))
  const line = offered[place]
  return line ? `${line.name} ${line.number}` : ''
}

const ORDER: Readonly<Record<string, number>> = { first: 0, second: 1, third: 2 }

function dangerOf(memory: Memory): CrisisType {
  return CRISIS_TYPES.find((type) => type === memory.crisis?.type) ?? 'distress'
}

function lineById(house: House, id: string): string {
  const region =
    house.hotlines.find((each) => each.cities.includes(house.city)) ?? house.hotlines[0]
  const line = region?.lines.find((each) => each.id === id.replace(/_sms$/, ''))
  return (id.endsWith('_sms') ? line?.sms : line?.number) ?? ''
}
