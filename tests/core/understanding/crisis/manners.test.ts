import { join } from 'node:path'
import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { expect, test } from 'vitest'
import { understand } from '../../../../src/core/understanding/understand.ts'
import { loadWeights } from '../../../../src/edge/sources/weights.ts'
import { lexicons, NOW } from '../hear.ts'
import { TOLD } from './told-lines.ts'

/**
 * How people write changes nothing of what they say: politeness, particles, characters typed wrong, signs of
 * another width, traditional characters, blanks, a sentence sent in two pieces.
 */
const weights = await loadWeights(
  join(import.meta.dirname, '../../../../locales/zh-CN/weights/danger.json'),
)
const isAlarm = (text: string, before: readonly string[] = []) => {
  const asked = { expects: 'open', now: NOW, before } as const
  return ['high', 'imminent'].includes(understand(text, asked, { lexicons, weights }).crisis.tier)
}

const toTraditional = Converter({ from: 'cn', to: 't' })
/** Printable ASCII has its full-width twin this much further on in Unicode. */
const FULL_WIDTH = 0xfee0
const wide = (text: string) =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + FULL_WIDTH))

/** Characters that sound alike and are taken for each other by every input method. */
const SLIPS: readonly (readonly [string, string])[] = [
  ['的', '得'],
  ['得', '的'],
  ['在', '再'],
  ['他', '她'],
  ['她', '他'],
  ['做', '作'],
  ['那', '哪'],
  ['带', '戴'],
  ['已经', '以经'],
  ['一直', '一只'],
]

/** Every manner keeps what is said. */
const MANNERS: Readonly<Record<string, (text: string) => string>> = {
  greeted: (t) => `您好，不好意思打扰了，${t}`,
  thanked: (t) => `${t}，麻烦您了，谢谢`,
  'with a particle': (t) => `${t}呀`,
  'with a Shanghai particle': (t) => `${t}伐`,
  'with a Sichuan particle': (t) => `${t}嘛`,
  'without commas': (t) => t.replace(/[，。]/g, ' '),
  traditional: toTraditional,
  'full width': wide,
  'with exclamation marks': (t) => `${t}！！！`,
  'with invisible characters': (t) => Array.from(t).join('​'),
}

/** One line of danger for each type, none of which is a rule's own wording. */
const DANGER = [
  '我不想活了，药都备好了',
  '我走了你们就轻松了，别找我',
  '他又动手打我，我脸肿了',
  '爸爸喝醉了打我和妹妹',
  '我妈突然嘴歪了，右手抬不起来',
  '老伴胸口痛，喘不上气，一身汗',
  '家里没米了，孩子饿得哭',
  '两天没吃东西了，身上一分钱没有',
  '胰岛素用完了，没钱买',
  '透析的钱交不上，下一次做不了',
  '房东把我赶出来了，今晚没地方睡',
  '煤气味很重，头晕',
  '隔壁着火了，烟往上窜',
  '奶奶走丢了，找了一下午',
  '孩子放学没回来，电话打不通',
  '三岁的孩子一个人锁在家里哭',
]

const CALM = [
  ...Object.values(TOLD).flatMap(({ calm }) => calm.slice(0, 4)),
  '退休金三千二，够用了',
  '我妈在阳台浇花',
  '药昨天配好了，够吃一个月',
  '孩子放学了，在写作业',
  '他打电话来问低保的事',
]

const named = Object.entries(MANNERS)

test.each(named)('danger stays danger when %s', (_, manner) => {
  expect(DANGER.filter((line) => !isAlarm(manner(line)))).toEqual([])
})

/** The model weighs every word: of forty lines on the edge of danger two may tip over with a greeting. */
test.each(named)('calm stays as calm as it was when %s', (_, manner) => {
  const calm = CALM.filter((line) => !isAlarm(line))
  expect(calm.length).toBeGreaterThan(30)
  expect(calm.filter((line) => isAlarm(manner(line))).length).toBeLessThanOrEqual(2)
})

test('danger stays danger with a character typed wrong', () => {
  const slipped = DANGER.flatMap((line) =>
    SLIPS.filter(([right]) => line.includes(right)).map(([right, wrong]) =>
      line.replace(right, wrong),
    ),
  )
  expect(slipped.length).toBeGreaterThan(4)
  expect(slipped.filter((line) => !isAlarm(line))).toEqual([])
})

test('danger stays danger under any two manners together', () => {
  const manner = fc.constantFrom(...Object.values(MANNERS))
  fc.assert(
    fc.property(fc.constantFrom(...DANGER), manner, manner, (line, first, second) => {
      expect(isAlarm(second(first(line)))).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('danger sent in two pieces is heard when the second comes, if not before', () => {
  const pieces = fc.constantFrom(...DANGER).chain((line) =>
    fc.record({
      line: fc.constant(line),
      at: fc.integer({ min: 1, max: line.length - 1 }),
    }),
  )
  fc.assert(
    fc.property(pieces, ({ line, at }) => {
      const [first, second] = [line.slice(0, at), line.slice(at)]
      expect(isAlarm(first) || isAlarm(second, [first])).toBe(true)
    }),
    { numRuns: 150 },
  )
})
