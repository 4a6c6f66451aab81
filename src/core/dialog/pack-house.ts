import type { Calendar } from '../routing/calendar.ts'
import type { Town } from '../routing/town.ts'
import type { Day } from '../time.ts'
import type { Knowledge } from '../understanding/knowledge.ts'
import { type Gazetteer, gazetteer } from '../understanding/place/gazetteer.ts'
import { locate } from '../understanding/place/locate.ts'
import type { Places } from '../understanding/place/places.ts'
import type { House } from './house.ts'

/**
 * A house as plain JSON, so that another place can run it: the studio's browser plays on the very texts, lexicons
 * and weights of the server. Only the flows that new conversations begin with go along.
 */
export type PackedHouse = Omit<House, 'knowledge' | 'town'> & {
  readonly knowledge: Omit<Knowledge, 'locate'>
  readonly town: Omit<Town, 'places' | 'calendar'> & {
    readonly places: Places
    readonly calendar: { readonly holidays: readonly Day[]; readonly workdays: readonly Day[] }
  }
}

export function packHouse(house: House): PackedHouse {
  const { knowledge, town, current, bundles } = house
  const { locate: _, ...heard } = knowledge
  const bundle = bundles[current]
  return {
    ...house,
    bundles: bundle ? { [current]: bundle } : {},
    knowledge: heard,
    town: { ...town, places: town.places.source, calendar: packedCalendar(town.calendar) },
  }
}

/** The same house again; what it looks up by name is indexed anew. */
export function unpackHouse(packed: PackedHouse): House {
  const { knowledge, town } = packed
  const places = gazetteer(town.places)
  const { holidays, workdays } = town.calendar
  return {
    ...packed,
    knowledge: { ...knowledge, locate: locateIn(places) },
    town: {
      ...town,
      places,
      calendar: { holidays: new Set(holidays), workdays: new Set(workdays) },
    },
  }
}

/** Finds an address among these places. */
export const locateIn =
  (places: Gazetteer): NonNullable<Knowledge['locate']> =>
  (text, asked) =>
    locate(text, places, asked)

const packedCalendar = ({ holidays, workdays }: Calendar) => ({
  holidays: [...holidays],
  workdays: [...workdays],
})
