import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACTS, EXPECTS, TIERS } from '../../../src/core/understanding/understood.ts'
import { hear } from './hear.ts'

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(...'我不想活了钱一二三千百万零没有是的年月号岁0123456789 ，。？'),
    maxLength: 120,
  }),
  fc.string({
    unit: fc.constantFrom(
      '\ud800',
      '\udc00',
      '\u0000',
      '\u200b',
      '😀',
      '👨‍👩‍👧',
      '\u0301',
      '①',
      '㎡',
      '龘',
    ),
    maxLength: 80,
  }),
)
const options = [{ label: '看病' }, { label: '找工作', words: ['就业'] }, { label: '' }]

test('any text at any question is understood as something', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(...EXPECTS), (raw, expects) => {
      const heard = hear(raw, { expects, options, before: [raw.slice(0, 10)] })
      expect(heard.raw).toBe(raw)
      expect(heard.acts.length).toBeGreaterThan(0)
      for (const { act } of heard.acts) expect(ACTS).toContain(act)
      expect(TIERS).toContain(heard.crisis.tier)
    }),
    { numRuns: 400 },
  )
})

test('every span lies in the raw message', () => {
  fc.assert(
    fc.property(anything, (raw) => {
      const { acts, indicators, crisis } = hear(raw)
      const spans = [...acts, ...indicators, ...(crisis.tier === 'none' ? [] : [crisis])]
      for (const { span } of spans) {
        expect(span[0]).toBeGreaterThanOrEqual(0)
        expect(span[1]).toBeLessThanOrEqual(raw.length)
        expect(span[0]).toBeLessThanOrEqual(span[1])
      }
    }),
    { numRuns: 300 },
  )
})

test('the same text is understood the same way', () => {
  fc.assert(
    fc.property(anything, (raw) => {
      expect(hear(raw)).toEqual(hear(raw))
    }),
    { numRuns: 50 },
  )
})

test('very long texts are heard, their ends too', () => {
  const long = '我家里的情况说来话长。'.repeat(1_000)
  expect(hear(long).acts.length).toBeGreaterThan(0)
  expect(hear(`${long}我不想活了`).crisis.tier).toBe('high')
  expect(hear('我'.repeat(10_000)).crisis.tier).toBe('none')
  expect(hear('1'.repeat(10_000), { expects: 'money' }).slots.money).toBeUndefined()
})

test('the version of the lexicons is said', () => {
  expect(hear('你好').version).toMatch(/^[0-9a-f]{12}$/)
})

test('a story of ordinary length takes less than 5 ms', () => {
  const stories = [
    '我跟老伴两个人住，他前年脑梗以后就躺在床上，我退休金三千六，药费一个月要一千多',
    '儿子失业大半年了，孙女今年上初中，学费都是借的，房子只有二十个平方还漏水',
    '第二个',
    '三千五',
  ]
  const times = Array.from({ length: 200 }, (_, i) => {
    const start = performance.now()
    hear(stories[i % stories.length] ?? '')
    return performance.now() - start
  }).sort((a, b) => a - b)
  expect(times[100]).toBeLessThan(5)
})

test('whatever is heard says why, where, how sure, and by which lexicons', () => {
  const { acts, crisis, indicators, version } = hear('我不想活了，老伴中风瘫痪，房租也交不起')
  const items = [...acts, crisis, ...indicators]
  expect(items.length).toBeGreaterThan(4)
  for (const item of items) {
    expect(item).toMatchObject({
      rule: expect.stringMatching(/./u),
      span: [expect.any(Number), expect.any(Number)],
      confidence: expect.any(Number),
      version,
    })
  }
})
