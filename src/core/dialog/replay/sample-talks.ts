import { samplePopulation } from '../../assessment/sample-population.ts'
import type { Instant } from '../../time.ts'
import type { House } from '../house.ts'
import type { Value } from '../machine/memory.ts'
import type { Recorded, RecordedAnswer } from './recorded.ts'

/** Answers of made-up households, for a house that has not heard enough real ones; the same every time. */
export function sampleTalks(house: House, count: number, at: Instant): readonly Recorded[] {
  const streets = house.town.places.districts.get(house.district)?.streets ?? []
  return samplePopulation(count, SEED).map(({ answers, withheld }, n): Recorded => {
    const street = streets[n % Math.max(1, streets.length)]?.code
    const own = Object.entries(answers).flatMap(([slot, value]) => {
      const answer = answerOf(value, withheld.includes(slot))
      return answer ? [[slot, answer] as const] : []
    })
    const place = { text: '——', sure: street !== undefined, district: house.district }
    const address: Value = street === undefined ? place : { ...place, street }
    const known = { ...STANDARD, address: { value: address }, ...Object.fromEntries(own) }
    return { at, preset: null, answers: known, heard: [] }
  })
}

const SEED = 20_261_122

/** What all of them say at the questions of the shipped flow that the population knows nothing of. */
const STANDARD: Readonly<Record<string, RecordedAnswer>> = {
  consent: { value: 'yes' },
  for_whom: { value: 'self' },
  subject_name: { value: '——' },
  phone: { value: '13800138000' },
  need: { value: '——' },
  urgent: { value: ['none'] },
  send: { value: 'send' },
}

function answerOf(value: unknown, isWithheld: boolean): RecordedAnswer | undefined {
  if (isWithheld) return { left: 'unsure' }
  if (typeof value === 'string' || Array.isArray(value)) return { value }
  if (typeof value !== 'number') return isRange(value) ? { value: monthly(value) } : undefined
  // Money in this population is a number of yuan, people are few.
  return value > MOST_PEOPLE ? { value: monthly({ min: value, max: value }) } : { value }
}

const MOST_PEOPLE = 20

type Range = { readonly min: number; readonly max: number }

const isRange = (value: unknown): value is Range =>
  typeof value === 'object' && value !== null && 'min' in value && 'max' in value

const monthly = ({ min, max }: Range): Value => ({ min, max, approx: true, per: 'month' })
