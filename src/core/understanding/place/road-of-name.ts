import { canon } from './canonical.ts'
import { coreOf } from './names.ts'
import type { RoadRange, Street } from './places.ts'

/** 三泉路821弄 and 控江路1200弄, as committees are called. */
const LANE = /^(.{2,}(?:路|街|大道|公路))(\d{1,5})弄$/

/**
 * The house numbers that the committees of a street office bear in their names (三泉路八二一弄居委会):
 * what the official list itself says about its roads.
 */
export function rangesOfNames({ code, committees }: Street): RoadRange[] {
  return committees.flatMap((committee) => {
    const [, road, digits] = LANE.exec(canon(coreOf(committee.name))) ?? []
    if (road === undefined) return []
    const number = Number(digits)
    const parity = number % 2 === 0 ? 'even' : 'odd'
    const at = { street: code, committee: committee.code, source: 'name of the committee' }
    return [{ road, from: number, to: number, parity, ...at }]
  })
}
