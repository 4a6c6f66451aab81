import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Expects } from '../../../../src/core/understanding/understood.ts'
import { actsOf, hear } from '../hear.ts'
import { NO_ACT, UTTERANCES } from './utterances.ts'

const lines = Object.entries(UTTERANCES).flatMap(([act, list]) =>
  list.map((l) => [act, l] as const),
)

test.each(lines)('%s: 「%s」', (act, line) => {
  expect(actsOf(line, { expects: 'text' })).toContain(act)
})

test('the acts that steer are heard at every kind of question', () => {
  const states: readonly Expects[] = ['yes_no', 'money', 'phone', 'choice', 'address', 'household']
  const steering = [
    '转人工',
    '上一步',
    '跳过',
    '再说一遍',
    '字大一点',
    '撤回',
    '我的申请',
    '为什么要问这个',
  ]
  const wanted = ['human', 'back', 'skip', 'repeat', 'larger', 'erase', 'status', 'why']
  fc.assert(
    fc.property(fc.constantFrom(...states), fc.nat(steering.length - 1), (expects, i) => {
      expect(actsOf(steering[i] ?? '', { expects, options: [{ label: '有' }] })).toContain(
        wanted[i],
      )
    }),
  )
})

test.each(NO_ACT)('no %s: 「%s」', (act, line) => {
  expect(actsOf(line)).not.toContain(act)
})

test('a correction carries the value that it states', () => {
  expect(hear('刚才电话说错了，是13917001234', { expects: 'address' }).slots.phone).toBe(
    '13917001234',
  )
  expect(hear('收入讲错了，是三千六', { expects: 'phone' }).slots.money?.min).toBe(3600)
  expect(hear('年纪写错了 是78岁', { expects: 'phone' }).slots.age).toEqual({ self: 78 })
})

test('a bare correction is read as the newest answer it fits', () => {
  const answered = [
    { slot: 'phone', expects: 'phone' },
    { slot: 'people', expects: 'household' },
  ] as const
  const { slots } = hear('说错了，是三口人', { expects: 'money', answered })
  expect(slots.household_size).toBe(3)
})

test('「不是三千，是三千五」 answers the question about money', () => {
  const heard = hear('不是三千，是三千五', { expects: 'money' })
  expect(heard.slots.money?.min).toBe(3500)
  expect(heard.acts.map((a) => a.act)).not.toContain('correct')
})

test.each(['😀', '。。。', '唔', 'asdf', ''])('「%s」 is unclear', (text) => {
  expect(actsOf(text, { expects: 'yes_no' })).toEqual(['unclear'])
})

test('a greeting before a story hides nothing of it', () => {
  expect(actsOf('你好，我失业半年了')).toEqual(['greet', 'inform'])
})
