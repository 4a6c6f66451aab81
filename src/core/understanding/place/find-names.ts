import type { Canonical } from './canonical.ts'
import type { NameIndex } from './gazetteer.ts'
import type { Name } from './names.ts'

/** A name found in the text, at canonical positions. */
export type Hit = {
  readonly name: Name
  readonly start: number
  readonly end: number
  /** Said to be a committee: 居委, 社区, 村委 follows. */
  readonly titled: boolean
  /** Said of another place than home: where one is registered (户口), has lived, or moved from. */
  readonly elsewhere: boolean
  /** The home is next to it: 天山五村旁边. The neighbour may belong to another office. */
  readonly beside: boolean
  /** Nothing before it can be a part of the name. */
  readonly clean: boolean
}

const TITLE = /^(?:小区)?(?:社区|居民区|居委|居民委员会|村委|村民委员会|居(?!民))/
const ROAD = /^(?:[东西南北中]?\d?支?(?:路|街(?!道|坊)|大道|公路|高速)|支路)/
const NOT_HERE = /(?:不是|不在|不属于|不归)$/
const ELSEWHERE =
  /(?:户口|户籍|以前|之前|原来|原先|过去|老早|从|老家)(?:还?是|在|住在?|地?)*[是在]?$/
/** The words before a place where one does not live (any more). */
export const NOT_HOME = new RegExp(`${NOT_HERE.source}|${ELSEWHERE.source}`)
/** 王家宅 is a hamlet's name all over the country: without 居委 behind it it tells nothing. */
export const HAMLET = /^.{1,2}家宅$/
const BESIDE =
  /^(?:小区|居委会?|社区|村委会?)?的?(?:斜?对面|旁边|边上|边浪|隔壁|对过|附近|后头|后面|背后|不远)/
/** The words before a name that may say so: a district may stand between. */
const LOOK_BACK = 12

/** What may stand right before a name without being part of it; 勒, 嘞, 辣, 勒拉 and 喺 are 在 in dialect. */
const CLEAN_EDGE = /(?:^|[^\p{Script=Han}]|[住在是到于属家的勒嘞辣拉喺号弄路村区道镇巷里])$/u

/**
 * Every longest name at its place; names inside a longer one, of roads, or denied are left out.
 * `after` is where the name of a city or district ends: the next name begins there.
 */
export function findNames(text: Canonical, index: NameIndex, after = 0): Hit[] {
  const hits: Hit[] = []
  for (let start = 0; start < text.text.length - 1; start++) {
    hits.push(...hitsAt(text.text, start, index, start === after))
  }
  const whole = hits.filter((hit) => !hits.some((other) => covers(other, hit)))
  return whole.map((hit) => (whole.some((other) => cuts(other, hit)) ? unsure(hit) : hit))
}

/** 北新泾镇 is neither 北新泾街道 nor 新泾镇 until the resident says which. */
const cuts = (a: Hit, b: Hit): boolean =>
  a.name.form === 'bare' && b.name.form === 'office' && a.start < b.start && a.end > b.start

const unsure = (hit: Hit): Hit => ({ ...hit, name: { ...hit.name, form: 'bare' } })

function hitsAt(text: string, start: number, index: NameIndex, first: boolean): Hit[] {
  const row = index.get(text.slice(start, start + 2)) ?? []
  const here = row.filter((n) => text.startsWith(n.key, start) && fits(n, text, start, first))
  const hits = here.map((name): Hit => {
    const end = start + name.key.length
    const before = text
      .slice(Math.max(0, start - LOOK_BACK), start)
      .replace(/\p{Script=Han}{2,3}区$/u, '')
    return {
      name,
      start,
      end,
      titled: TITLE.test(text.slice(end)),
      elsewhere: ELSEWHERE.test(before),
      beside: BESIDE.test(text.slice(end)),
      clean: first || CLEAN_EDGE.test(text.slice(0, start)),
    }
  })
  const reach = Math.max(0, ...hits.map((hit) => hit.end))
  const longest = hits.filter((hit) => hit.end === reach)
  return isVague(longest) ? [] : longest
}

/** 东三小区 may be a short form of five estates in five streets: then it tells nothing. */
function isVague(hits: readonly Hit[]): boolean {
  const streets = new Set(hits.map((hit) => hit.name.street))
  return streets.size > 2 && hits.every((hit) => hit.name.form === 'short')
}

function fits(name: Name, text: string, start: number, first: boolean): boolean {
  const rest = text.slice(start + name.key.length)
  if (NOT_HERE.test(text.slice(0, start))) return false
  if (name.form === 'office') return true
  if (/\d$/.test(name.key) && /^(?:[\d\-~、号弄幢栋楼室座单层]|村)/.test(rest)) return false
  if (name.form === 'short') {
    if (!first && !CLEAN_EDGE.test(text.slice(0, start))) return false
    return TITLE.test(rest) || (/\d$/.test(name.key) && rest.startsWith('小区'))
  }
  if (/(?:[路街道]|\D弄)$/.test(name.key) && /^\d/.test(rest)) return false
  if (TITLE.test(rest)) return true
  if (HAMLET.test(name.key)) return false
  return (
    !ROAD.test(rest) &&
    (name.key.length > 2 || standsAlone(name, first ? '' : text.slice(0, start), rest, text.length))
  )
}

/** Longer texts tell a story: 人民 and 幸福 are words there and no committees. */
const STORY = 24

/** Two characters within a word are chance: 文化 in 文化馨苑, 华山 in 华山夏都. */
function standsAlone(name: Name, before: string, rest: string, length: number): boolean {
  if (name.form === 'bare') return length <= STORY || WORD_ENDS.test(rest)
  if (!SHORT_EDGE.test(before)) return false
  return WORD_ENDS.test(rest) || ESTATE_FOLLOWS.test(rest) || (length <= STORY && LOOSE.test(rest))
}

/** Fewer than for longer names: 南街 behind a village or 南区 behind an estate is a part of it. */
const SHORT_EDGE = /(?:^|[^\p{Script=Han}]|[住在是到于勒嘞辣拉喺号弄路]|(?<!小)区)$/u
const WORD_ENDS = /^(?:[那这]|一带|附近|\P{Script=Han}|$)/u
/** What an estate may be called behind the name of its committee: 馨宁公寓 of 馨宁居委会. */
export const ESTATE_FOLLOWS = /^(?:小区|公寓|花园|家园|新村|[花佳名新雅嘉]?苑|名邸|豪庭)/
const LOOSE = /^(?:大楼|大厦|的)/

const covers = (a: Hit, b: Hit): boolean =>
  a.start <= b.start && a.end >= b.end && a.end - a.start > b.end - b.start
