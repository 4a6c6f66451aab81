import { pinyin } from 'pinyin-pro'
import { canon } from './canonical.ts'
import { coreOf } from './names.ts'
import type { Street } from './places.ts'

/** How a name sounds, for names written with wrong characters (姜苏路 for 江苏路). */
export type Sound = {
  readonly sound: string
  readonly title: '街道' | '镇' | '居委'
  readonly street: string
  readonly committee?: string
}

export function soundsOf(streets: readonly Street[]): Sound[] {
  return streets.flatMap((street) => [
    officeSound(street),
    ...street.committees.map((committee): Sound => {
      const sound = soundOf(canon(coreOf(committee.name)))
      return { sound, title: '居委', street: street.code, committee: committee.code }
    }),
  ])
}

/** Without its title, which every other office shares. */
function officeSound({ name, code }: Street): Sound {
  const title = name.endsWith('街道') ? '街道' : '镇'
  const core = name.endsWith(title) ? name.slice(0, -title.length) : name
  return { sound: soundOf(canon(core)), title, street: code }
}

/** Numerals of a canonical name as they are said, digit by digit: 三 for 山 is a typing error too. */
const SPOKEN = '零一二三四五六七八九'

/**
 * Pinyin without tones, with the pairs folded that southern speakers do not tell apart:
 * zh/z, ch/c, sh/s and final ng/n.
 */
export function soundOf(text: string): string {
  const spoken = text.replace(/\d/g, (digit) => SPOKEN.charAt(Number(digit)))
  const syllables = pinyin(spoken, { toneType: 'none', type: 'array', v: true })
  return syllables.map((s) => s.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n')).join(' ')
}

/** Levenshtein distance, given up (Infinity) as soon as it must exceed `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > limit) return Number.POSITIVE_INFINITY
    row = next
  }
  return row[b.length] ?? Number.POSITIVE_INFINITY
}
