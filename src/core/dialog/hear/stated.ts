import type { Understood } from '../../understanding/understood.ts'
import type { SlotDef } from '../flow/schema.ts'
import type { Value } from '../machine/memory.ts'
import type { Setting } from '../setting.ts'
import { addressIn } from './value-of.ts'

/**
 * Values that a story states by the way, for slots that declare `hears`: they are confirmed, not asked
 * (rule 16). A money slot hears an amount in yuan, an address slot a place that was found; the others what their kind holds.
 */
export function statedIn(setting: Setting, understood: Understood): Record<string, Value> {
  const stated: Record<string, Value> = {}
  for (const [slot, def] of Object.entries(setting.slots)) {
    if (!def.hears) continue
    const fitting = fittingTo(def, understood)
    if (fitting !== undefined) stated[slot] = fitting
  }
  return stated
}

function fittingTo(def: SlotDef, understood: Understood): Value | undefined {
  if (def.type === 'address') return placeOf(understood)
  const value = def.hears && understood.slots[def.hears]
  return def.type === 'money' ? moneyOf(value) : plain(value)
}

/** A place is kept with the words that name it: a whole story is no address. */
function placeOf(understood: Understood): Value | undefined {
  const place = addressIn(understood)
  if (!place || [...place.text].length > LONGEST_PLACE) return undefined
  return place.sure || place.options?.length ? place : undefined
}

/** Characters: a district, a street, an estate, a lane, a house and a room, written out. */
const LONGEST_PLACE = 40

function moneyOf(value: unknown): Value | undefined {
  if (typeof value !== 'number') return undefined
  return { min: value, max: value, approx: true, per: 'month' }
}

function plain(value: unknown): Value | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}
