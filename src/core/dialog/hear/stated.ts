import type { Instant } from '../../time.ts'
import { understand } from '../../understanding/understand.ts'
import type { Understood } from '../../understanding/understood.ts'
import type { SlotDef } from '../flow/schema.ts'
import type { Value } from '../machine/memory.ts'
import type { Setting } from '../setting.ts'
import { addressIn } from './value-of.ts'

/**
 * Values that a story states by the way, for slots that declare `hears`: they are confirmed, not asked
 * (rule 16). A money slot hears an amount in yuan, an address slot a place that was found; the others what their kind holds.
 */
export function statedIn(
  setting: Setting,
  understood: Understood,
  now: Instant,
): Record<string, Value> {
  const stated: Record<string, Value> = {}
  for (const [slot, def] of Object.entries(setting.slots)) {
    if (!def.hears) continue
    const fitting =
      def.type === 'choices' || def.type === 'choice'
        ? toldBy(setting, slot, understood)
        : fittingTo(setting, def, understood, now)
    if (fitting !== undefined) stated[slot] = fitting
  }
  const minor = minorOf(understood)
  return minor === undefined ? stated : { ...stated, minor }
}

/** 个人信息保护法 art. 31: for a child under 14 the guardian has to agree. Other ages are no matter of the dialog. */
const GUARDED = 14

function minorOf({ slots: { age = {} } }: Understood): 'writer' | 'child' | undefined {
  const { self, ...others } = age
  if (self !== undefined && self < GUARDED) return 'writer'
  return Object.values(others).some((years) => years < GUARDED) ? 'child' : undefined
}

/** Options that say by which needs and ages they are told: 家里有残疾人, 有孩子. */
function toldBy(
  { questions, slots: defs }: Setting,
  slot: string,
  { indicators, text, slots: { age = {}, for_other: isForOther } }: Understood,
): Value | undefined {
  const asked = Object.values(questions).find(({ question }) => question.into === slot)
  const keys = Object.entries(asked?.question.options ?? {}).flatMap(([key, { heard_by: by }]) => {
    const [from, to] = by?.ages ?? [Infinity, -Infinity]
    const isAged = Object.values(age).some((years) => years >= from && years <= to)
    const isNeeded = indicators.some(
      ({ code, polarity }) => polarity === 'present' && by?.needs?.some((need) => need === code),
    )
    const isOther = isForOther === true && by?.other?.some((word) => text.includes(word))
    return isAged || isNeeded || isOther ? [key] : []
  })
  if (defs[slot]?.type === 'choice') return keys.length === 1 ? keys[0] : undefined
  return keys.length > 0 ? keys : undefined
}

function fittingTo(
  setting: Setting,
  def: SlotDef,
  understood: Understood,
  now: Instant,
): Value | undefined {
  if (def.type === 'address') return placeIn(setting, understood, now)
  const value = def.hears && understood.slots[def.hears]
  return def.type === 'money' ? moneyOf(value) : plain(value)
}

/** A place that was found, with the words that name it: of a story those after 住在. */
function placeIn(setting: Setting, understood: Understood, now: Instant): Value | undefined {
  const raw = understood.raw.trim()
  if ([...raw].length <= LONGEST_PLACE) return found(understood)
  const words = LIVES.exec(raw)?.[1]
  if (words === undefined) return undefined
  const { city, district, knowledge } = setting.house
  return found(understand(words, { expects: 'address', now, city, district }, knowledge))
}

function found(understood: Understood): Value | undefined {
  const place = addressIn(understood)
  return place && (place.sure || place.options?.length) ? place : undefined
}

/** Characters: a district, a street, an estate, a lane, a house and a room, written out. */
const LONGEST_PLACE = 24

const LIVES = /(?:住(?!院|房|不|过|了|进)在?|家在|地址[是:：]?)\s*([^，。,.;；!！?？\s]{3,40})/u

function moneyOf(value: unknown): Value | undefined {
  if (typeof value !== 'number') return undefined
  return { min: value, max: value, approx: true, per: 'month' }
}

function plain(value: unknown): Value | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}
