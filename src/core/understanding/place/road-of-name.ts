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

/** Ordinals behind the name: 南码头路第3. */
const ORDINAL = /\d{1,2}$/

/** What an office and its committees are called without their kind and ordinal: 南码头路, 番禺, 打浦桥. */
export type Bearer = { readonly street: string; readonly names: ReadonlySet<string> }

export function bearersOf({ code, name, committees }: Street): Bearer {
  const office = name.replace(/(?:新村)?(?:街道|镇)$/, '')
  const cores = [office, ...committees.map((committee) => coreOf(committee.name))]
  return { street: code, names: new Set(cores.map((core) => canon(core).replace(ORDINAL, ''))) }
}

/**
 * The offices of a road that an office or a committee is called after (番禺路 after 番禺居委): those that
 * bear its very name first, then those whose names begin with it (打浦路: 打浦桥街道). A road with a side
 * of its own (北京西路) is another road than 北京路. Nothing when nobody bears the very name.
 */
export function officesOfRoad(road: string, bearers: readonly Bearer[]): string[] {
  const stem = road.replace(/[路街]$/, '')
  const very = bearers.filter(({ names }) => names.has(road) || names.has(stem))
  if (very.length === 0) return []
  const root = stem.replace(/(?<=..)[东西南北中]$/, '')
  const like = bearers.filter(({ names }) => [...names].some((name) => name.startsWith(root)))
  return [...new Set([...very, ...like].map(({ street }) => street))]
}
