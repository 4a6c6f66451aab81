import type { RoadAddress } from './find-road.ts'
import type { Place, Verdict } from './judge.ts'
import type { RoadRange } from './places.ts'

/** Farther neighbours prove too little: within 60 numbers of the same side 148 of 153 were right. */
const NEAR = 60
/** Up to here a neighbour is worth a question; farther on the road has left the neighbourhood. */
const ASKED = 300
/** Rows of this source are made up for the demonstration: offered near their numbers, never sure. */
const DEMO = 'demo'

/**
 * What known house numbers prove: the number lies in a known range, or its nearest known neighbour on
 * the same side within 60 numbers does. The road alone proves nothing and only gives candidates.
 */
export function judgeRoad(road: RoadAddress, ranges: readonly RoadRange[]): Verdict {
  const known = ranges.filter((range) => range.source !== DEMO)
  const { number } = road
  if (number === undefined || ranges.length === 0) {
    return { maybe: known.map(placeOf), why: 'road_only' }
  }
  const around = streetsAround(known, number)
  const side = ranges.filter((range) => range.parity === 'all' || range.parity === parityOf(number))
  const nearest = Math.min(...side.map((range) => gap(range, number)))
  if (nearest > NEAR) return { maybe: around, why: 'number_far' }
  const best = side.filter((range) => gap(range, number) === nearest)
  const streets = new Set(best.map((range) => range.street))
  const proven = best.filter((range) => range.source !== DEMO)
  if (streets.size > 1 || proven.length === 0) {
    return { maybe: [...best.map(placeOf), ...around], why: 'number_unsure' }
  }
  return { sure: only(best, nearest), maybe: [], why: 'road_number' }
}

/** The street offices of the neighbours on both sides, the nearest first. */
function streetsAround(known: readonly RoadRange[], number: number): Place[] {
  const near = known.filter((range) => gap(range, number) <= ASKED)
  const sorted = near.toSorted((a, b) => gap(a, number) - gap(b, number))
  return [...new Set(sorted.map((range) => range.street))].map((street) => ({ street }))
}

/** The committee is told only by a range that holds the number itself. */
function only(best: readonly RoadRange[], distance: number): Place {
  const committees = new Set(best.map((range) => range.committee))
  const [first] = best
  if (first === undefined) throw new RangeError('no range')
  return committees.size === 1 && distance === 0 ? placeOf(first) : { street: first.street }
}

function gap({ from, to }: RoadRange, number: number): number {
  return Math.max(0, from - number, number - to)
}

const parityOf = (number: number) => (number % 2 === 0 ? 'even' : 'odd')

const placeOf = ({ street, committee }: RoadRange): Place =>
  committee === undefined ? { street } : { street, committee }
