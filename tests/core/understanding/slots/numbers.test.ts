import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expression } from '../../../../src/core/understanding/numbers/expression.ts'
import { value } from '../../../../src/core/understanding/numbers/value.ts'
import { numeral } from '../../../../src/core/understanding/numerals.ts'

test.each([
  ['三点五', 3.5],
  ['负三', -3],
  ['-12', -12],
  ['四分之三', 0.75],
  ['一又四分之一', 1.25],
  ['百分之三十', 30],
  ['2 1/2', 2.5],
  ['3e4', 30_000],
  ['3^2', 9],
  ['两打', 24],
  ['六 千 二 百', 6_200],
  ['九十几', 90],
  ['三百余', 300],
  ['12,500', 12_500],
  ['8k', 8_000],
  ['两兆', 2e12],
] as const)('「%s」 is %d', (text, n) => {
  expect(expression(text)).toBe(n)
})

test.each(['没有', '', '分之', '一分之', '点', '又', '^', '0/0', '1/0'])(
  '「%s」 throws nothing and is no endless number',
  (text) => {
    expect(Number.isNaN(expression(text) ?? 0)).toBe(false)
  },
)

test.each([
  ['三亿两千万', 320_000_000],
  ['一万万', 100_000_000],
  ['十亿零五', 1_000_000_005],
  ['一百一', 110],
] as const)('%s has the value %d', (run, n) => {
  expect(value(run)).toBe(n)
})

const DIGITS = '零一二三四五六七八九'

/** Written in full: 12 → 十二, 305 → 三百零五. */
function written(n: number): string {
  const places = Array.from(String(n), Number)
  const units = ['', '十', '百', '千', '万']
  const parts = places.map((d, i) =>
    d === 0 ? '零' : DIGITS[d] + (units[places.length - 1 - i] ?? ''),
  )
  return parts.join('').replace(/零+/gu, '零').replace(/零$/u, '')
}

test('a number written in full is read as itself, by both readers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), (n) => {
      expect(expression(written(n))).toBe(n)
      if (!/(?:一二|二三|三四|四五|五六|六七|七八|八九)/u.test(written(n)))
        expect(numeral(written(n))?.min).toBe(n)
    }),
  )
})
