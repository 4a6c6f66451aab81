import { spokenDigits } from '../numbers/digits.ts'
import type { Chosen } from './choice.ts'

const NONE =
  /^(?:以上)?(?:都|全|哪个都|一个也?都?|一样也?都?|这些都?)(?:不是|没有?|不符合|不对|不选|不要|不沾|不属于)(?:一个)?$|^(?:没有?|不是)(?:一个|一样|这些|以上)(?:是|符合)?.{0,2}$|^都不$|^没有?符合的?$|^以上都不/u
const ALL =
  /^(?:以上|这些|全|我|家里)?(?:都|全部?|所有|每个|样样|个个)(?:都)?(?:有|是|要|选|符合|占|对|算|沾|选上|全有)?(?:的|了)?$/u
/** What people put around a number: 选2吧, 我选第二个, 一号, 就是3. */
const AROUND =
  /我|选择|选|第|个|项|号|条|那|这|种|类|就|是|要|应该|填|点|按|的|吧|答案|序|题|还有|都有|都要|都选|都是|了|啊|呀|哦|应|回复|输入|数字/gu
const DIGIT = '[1-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖]'
const LETTERS = /^(?:我?选|答案是?|就)?([a-h](?:[\s,、.和跟]*[a-h]){0,7})(?:吧|项|个)?$/u

/** Numbers of options in every form people type; undefined when the text holds none. */
export function chosenNumbers(
  text: string,
  squeezed: string,
  count: number,
  many: boolean,
): Chosen | undefined {
  if (NONE.test(squeezed)) return { choice: [], rule: 'choice:none' }
  if (ALL.test(squeezed) && many) return { choice: upTo(count), rule: 'choice:all' }
  const place = byPlace(squeezed, count)
  if (place !== undefined) return place
  const letters = LETTERS.exec(text.trim().replace(/[.。、]$/u, ''))
  if (letters !== null) {
    return settle(
      [...(letters[1] ?? '').replace(/[^a-h]/gu, '')].map((c) => c.charCodeAt(0) - 96),
      count,
      many,
    )
  }
  const rest = text
    .replace(AROUND, ' ')
    .replace(/[()[\]【】'"]/gu, ' ')
    .trim()
  if (
    new RegExp(`^(?:${DIGIT}|十|[\\s,、.。;和跟与及/-]){1,24}$`, 'u').test(rest) &&
    /[\d一-龥]/u.test(rest)
  ) {
    return settle(digitsOf(rest, count), count, many)
  }
  const named = [
    ...squeezed.matchAll(
      new RegExp(`第(${DIGIT})(?:个|项|条|种|类|号)?|选(?:择)?(${DIGIT})(?!个月|年|天)`, 'gu'),
    ),
  ]
  if (named.length === 0) return undefined
  return settle(
    named.flatMap((m) => digitsOf(m[1] ?? m[2] ?? '', count)),
    count,
    many,
  )
}

function byPlace(squeezed: string, count: number): Chosen | undefined {
  const rule = 'choice:place'
  if (squeezed.length > 10 || count === 0) return undefined
  if (
    /^(?:我?选|就)?(?:最后|最下面?|最?末|最?末尾)(?:一|那)?(?:个|项|条|一个|一项)?$/u.test(squeezed)
  )
    return { choice: [count], rule }
  if (/^(?:我?选|就)?倒数第二个?$/u.test(squeezed) && count > 1)
    return { choice: [count - 1], rule }
  if (/^(?:我?选|就)?(?:前|上|头)面?(?:两|2|二)个$/u.test(squeezed)) return { choice: [1, 2], rule }
  if (/^(?:我?选|就)?(?:最?后|下)面?(?:两|2|二)个$/u.test(squeezed))
    return { choice: [count - 1, count], rule }
  if (
    /^(?:我?选|就|是)?(?:最前面?|最上面?|前面?|上面|头)(?:的)?(?:那|一)(?:个|项|条|种|一个)?$/u.test(
      squeezed,
    )
  )
    return { choice: [1], rule }
  if (/^(?:我?选|就|是)?(?:后面?|下面)(?:的)?(?:那|一)(?:个|项|条|种|一个)?$/u.test(squeezed))
    return { choice: [count], rule }
  if (/^(?:我?选|就|是)?中间(?:的)?(?:那|一)?个?$/u.test(squeezed) && count === 3)
    return { choice: [2], rule }
  return undefined
}

/** 「13」 with nine options or fewer means 1 and 3. */
function digitsOf(rest: string, count: number): readonly number[] {
  return rest
    .split(/[\s,、.。;和跟与及/-]+/u)
    .filter((p) => p !== '')
    .flatMap((piece) => {
      const whole = piece === '十' ? 10 : Number(spokenDigits(piece))
      if (whole <= Math.max(count, 9) || piece.length === 1) return [whole]
      return Array.from(spokenDigits(piece), Number)
    })
}

function settle(numbers: readonly number[], count: number, many: boolean): Chosen | undefined {
  const rule = 'choice:number'
  const unique = [...new Set(numbers)].sort((a, b) => a - b)
  if (unique.length === 0) return undefined
  if (unique.some((n) => Number.isNaN(n) || n < 1 || (count > 0 && n > count))) return undefined
  return unique.length > 1 && !many ? { choice_between: unique, rule } : { choice: unique, rule }
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i + 1)
}
