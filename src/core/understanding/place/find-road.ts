import { type Canonical, written } from './canonical.ts'

export type RoadAddress = {
  /** As the resident wrote it. */
  readonly road: string
  /** Canonical, for looking up. */
  readonly key: string
  readonly number?: number
  readonly unit?: '弄' | '号'
  readonly start: number
  readonly end: number
}

/** A house number has at most five digits; words of doubt may stand before it (好像是203弄). */
const NUMBERED =
  /(?:(?:路|街(?!道)|大道|公路|巷)(?:好像|大概|应该|可能)?[是在]?(\d{1,5})(弄|号)?|(?<=[^街打知])道(\d{1,5})([弄号]))/
const NAMED =
  /(?:(?<![马生活出道铁高水电一])路|街(?!道|坊|镇|上)|大道)(?!口?街道|\d*居委|社区|费|灯|面|过|上班)/
/** Without a number a road counts where an address is told, not in the middle of a story. */
const TOLD = /(?:^|[住在家区镇乡到是]|街道|[^\p{Script=Han}\d])$/u
/** What may stand left of a road's name without being part of it. */
const BEFORE =
  /.*(?:住在|家住|[住是][勒嘞辣拉喺]{1,2}|住|是|我家在|我家|家在|我在|现在在|地址[是:：]?|就在|是在|搬到了?|搬去|附近的?|那边的?|旁边的?|街道|居委会?|社区|[^\p{Script=Han}\d])/u
/** Long names: 中山北一路 5, 新金桥路; with 上海 before none is longer than 8. */
const LONGEST = 8

/**
 * The first road of a text; one with a house number goes before one without. `walls` are positions
 * where the name of an estate ends: in 控江七村双阳路 the road is 双阳路.
 */
export function findRoad(
  text: Canonical,
  after = 0,
  walls: readonly number[] = [],
): RoadAddress | undefined {
  const tail = text.text.slice(after)
  const numbered = NUMBERED.exec(tail)
  const found = numbered ?? NAMED.exec(tail)
  if (found === null) return undefined
  const typeEnd = after + found.index + (/^(?:大道|公路)/.test(found[0]) ? 2 : 1)
  const wall = Math.max(after, ...walls.filter((end) => end <= typeEnd - 2))
  const start = startOf(text.text, wall, typeEnd)
  if (typeEnd - start < 2) return undefined
  const road = { road: written(text, start, typeEnd), key: text.text.slice(start, typeEnd) }
  const end = after + found.index + found[0].length
  if (numbered === null) {
    return TOLD.test(text.text.slice(0, start)) ? { ...road, start, end } : undefined
  }
  const [, digits = numbered[3], kind = numbered[4]] = numbered
  const unit = UNITS.find((each) => each === kind)
  return { ...road, number: Number(digits), ...(unit && { unit }), start, end }
}

const UNITS = ['弄', '号'] as const

function startOf(text: string, after: number, typeEnd: number): number {
  const from = Math.max(after, typeEnd - LONGEST)
  const window = text.slice(from, typeEnd - 1)
  return from + (BEFORE.exec(window)?.[0].length ?? 0)
}
