import { HAMLET } from './find-names.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { Place } from './judge.ts'
import { distance, type Sound, soundOf } from './sound.ts'

/** One wrong letter in four or five: more would find a name in any word. */
const TOLERANCE = 0.2
const TITLED = /([\p{Script=Han}\d]{2,8}?)(街道|街到|接道|街办|镇|社区|居委|居民区|村委)/u
/** Longer texts tell a story; without a title no name is looked for by sound in them. */
const SHORT = 8

/**
 * Offices and committees that sound like what was written, the nearest first. Never sure: the resident
 * confirms. Offices where 街道 or 镇 follows, committees where 居委 or 社区 follows, else both.
 */
export function findSounding(
  text: string,
  places: Gazetteer,
  districts: readonly string[],
): Place[] {
  const rest = text.replace(/^(?:我|家|住|在|是|的|属于|这里)+/, '')
  const titled = TITLED.exec(rest)
  const said = titled?.[1] ?? (rest.length <= SHORT ? rest : '')
  if (titled === null && HAMLET.test(said)) return []
  if (said.length < 2 || /\d{3}|[路弄号]\d|\d[弄号]/.test(said)) return []
  const known = districts.flatMap((code) => places.sounds(code))
  const kind = titled === null ? known : known.filter((sound) => sound.title === kindOf(titled[2]))
  return nearest(soundOf(said), kind, titled !== null)
}

/** 街到 and 接道 are slips of voice and keyboard. */
function kindOf(title = ''): Sound['title'] {
  if (/^[街接]/.test(title)) return '街道'
  return title === '镇' ? '镇' : '居委'
}

/** Without a title short names must sound the same: 王家宅 and 陈家宅 are not typing errors. */
function limitOf(wanted: string, titled: boolean): number {
  if (titled) return Math.max(1, Math.floor(wanted.length * TOLERANCE))
  return wanted.split(' ').length > 3 ? 1 : 0
}

function nearest(wanted: string, known: readonly Sound[], titled: boolean): Place[] {
  const limit = limitOf(wanted, titled)
  return known
    .map((sound) => ({ sound, far: distance(wanted, sound.sound, limit) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far)
    .map(({ sound: { street, committee } }) =>
      committee === undefined ? { street } : { street, committee },
    )
}
