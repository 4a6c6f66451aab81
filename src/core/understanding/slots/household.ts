import type { Compiled } from '../compile.ts'
import { numerals } from '../numerals.ts'
import type { Slots } from '../understood.ts'

const NOT_HERE =
  /不(?:在|和|跟|同|与)?.{0,3}一起|不住|外地|国外|分开|搬出|过世|去世|走了|不在了|没了|嫁|另外住|单独住|自己住/u
const ALONE =
  /(?:就|只有|只|是|剩)?(?:我|自己|本人|老头|老人)?(?:一个人|一人|单独|独自|孤身|光棍|1个人|1人)|独居|单身(?!宿舍)|就?剩(?:下)?我(?=了|$)|^没(?:有)?别人|^一个$|^就?我$|^我自己$/u
const PEOPLE = /^(?:个|口)(?:大人|小孩|孩子|老人|人|儿子|女儿)?|^人|^个$|^口$|^位/u

/** 「本来四个人，现在三个」. */
const FORMERLY = /^(?:我们)?(?:家里?)?(?:本来|原来|以前|原先|从前)(?!.{0,12}(?:现在|目前))/u
const NOWADAYS = /^(?:现在|目前|如今|眼下)/u

/**
 * How many live together (家里几口人). A list of people beats a number; when both are said and do not
 * agree, `household_clash` asks for a question.
 */
export function readHousehold(text: string, compiled: Compiled): Slots {
  const parts = text
    .replace(/[一1]儿[一1]女|儿女双全/gu, '儿子和女儿')
    .split(/[,。.!?;\s]+/u)
    .filter((p) => p !== '' && !NOT_HERE.test(p))
    .filter((p, _, all) => !FORMERLY.test(p) || !all.some((other) => NOWADAYS.test(other)))
  const here = parts.join(',')
  const stated = statedCount(here)
  const listed = listedCount(here, compiled)
  if (stated !== undefined && listed !== undefined && stated !== listed) {
    return { household_size: stated, ...(listed > 2 ? { household_clash: true } : {}) }
  }
  const size = stated ?? listed
  return size === undefined ? {} : { household_size: size }
}

function statedCount(text: string): number | undefined {
  const groups = numerals(text).filter((n) => {
    const after = text.slice(n.end)
    return n.max <= 20 && (PEOPLE.test(after) || (/^(?:大(?!家)|小)/u.test(after) && n.max < 10))
  })
  const whole = groups.find(
    (n) =>
      /^(?:口|个?人)/u.test(text.slice(n.end)) &&
      /(?:一家|全家|一共|总共|家里|连我|加我|加起来|共)$/u.test(text.slice(0, n.start)),
  )
  const two =
    /两口子|老两口|老夫妻|夫妻俩|夫妻二人|夫妻两|我们俩|母女俩|母子俩|父子俩|父女俩|俩人|我俩|姐妹俩|兄弟俩|^俩(?:个|人|口子)?$/u.exec(
      text,
    )
  if (whole !== undefined) return whole.min
  if (groups.length > 0) {
    const each = groups.filter((n) =>
      /^(?:个|口)?(?:大人|小孩|孩子|老人|老的|儿子|女儿|孙子|孙女|外孙|大|小)/u.test(
        text.slice(n.end),
      ),
    )
    if (each.length > 0 && two !== null) return 2 + total(each)
    if (each.length > 1) return total(each)
    if (each.length === 0 && two !== null && AND_ONE.test(text)) return 3
    const first = groups[0]
    if (each.length === 0 && first !== undefined && !ALONE.test(text)) return first.min
  }
  if (two !== null) return AND_ONE.test(text) ? 3 : 2
  const trio = /三口之家|祖孙三|我们仨|娘仨|爷仨|仨/u.test(text)
  if (trio) return 3
  if (ALONE.test(text) && !/(?:和|跟|与|还有|加|带)/u.test(text)) return 1
  const only = numerals(text)
  const [one] = only
  const rest = one === undefined ? text : text.slice(0, one.start) + text.slice(one.end)
  if (
    only.length === 1 &&
    one !== undefined &&
    one.max <= 20 &&
    rest.replace(/[^\p{L}]/gu, '').length <= 2
  )
    return one.min
  return undefined
}

/** 「夫妻两个加个囡」. */
const AND_ONE =
  /(?:带|和|跟|加|还有|有)(?:着|上)?(?:一个|个)?(?:孩子|小孩|小囡|囡|儿子|女儿|孙子|孙女|外孙|老人|老妈|老娘|妈|爸|婆婆|娃)/u

/** 「我 老公 儿子 婆婆」 → 4. The person who writes is counted once, said or not. */
function listedCount(text: string, compiled: Compiled): number | undefined {
  const taken: [number, number][] = []
  let others = 0
  for (const kin of compiled.kin) {
    if (kin.who === 'self' || kin.who === 'household' || kin.who === 'other') continue
    for (const match of text.matchAll(kin.at)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (taken.some(([a, b]) => start < b && a < end)) continue
      taken.push([start, end])
      others += PAIRS.test(match[0]) ? 2 : howMany(text.slice(0, start))
    }
  }
  if (others === 0) return undefined
  return others + 1
}

const PAIRS = /爸妈|父母|爹妈|公婆|双胞胎|双亲|爹娘/u

function howMany(before: string): number {
  const last = numerals(before).at(-1)
  if (last === undefined || last.max > 9) return 1
  return /^个?$/u.test(before.slice(last.end)) ? last.min : 1
}

function total(found: readonly { readonly min: number }[]): number {
  return found.reduce((sum, n) => sum + n.min, 0)
}
