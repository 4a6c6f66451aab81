import { expect, test } from 'vitest'
import type { Expects } from '../../../../src/core/understanding/understood.ts'
import { hear } from '../hear.ts'
import { MUST_FIRE, MUST_FIRE_TOO, MUST_NOT_FIRE, MUST_NOT_FIRE_EITHER, WATCH } from './lines.ts'

const lines = Object.entries(MUST_FIRE).flatMap(([type, list]) =>
  list.map((l) => [type, l] as const),
)

test.each(lines)('%s: 「%s」 raises the alarm', (_, line) => {
  expect(['high', 'imminent']).toContain(hear(line).crisis.tier)
})

test.each(lines)('%s: 「%s」 is heard in every state', (_, line) => {
  const states: readonly Expects[] = ['money', 'yes_no', 'phone', 'choice', 'crisis_check']
  for (const expects of states) {
    expect(['high', 'imminent']).toContain(hear(line, { expects }).crisis.tier)
  }
})

test.each(MUST_FIRE_TOO)('「%s」 raises the alarm', (line) => {
  expect(['high', 'imminent']).toContain(hear(line).crisis.tier)
})

test.each([...MUST_NOT_FIRE, ...MUST_NOT_FIRE_EITHER])('「%s」 raises no alarm', (line) => {
  expect(['none', 'watch']).toContain(hear(line).crisis.tier)
})

test.each(WATCH)('「%s」 is noted for the adviser', (line) => {
  expect(hear(line).crisis.tier).toBe('watch')
})

test.each([
  ['他又打我了,就在门外', 'imminent'],
  ['我站在楼顶上 不想下来了', 'imminent'],
  ['我妈叫不醒了', 'imminent'],
  ['煤气味很重', 'imminent'],
  ['我割腕了', 'imminent'],
  ['爸爸喝醉了打我和妹妹', 'imminent'],
  ['活够了', 'high'],
  ['今晚没饭吃', 'high'],
] as const)('「%s」 is %s', (line, tier) => {
  expect(hear(line).crisis.tier).toBe(tier)
})

test('split typing is heard when the last piece comes', () => {
  const split = (...pieces: readonly string[]) =>
    hear(pieces.at(-1) ?? '', { before: pieces.slice(0, -1) }).crisis.tier
  expect(split('我不想', '活了')).toBe('high')
  expect(split('我想', '去', '跳楼')).toBe('imminent')
  expect(split('我不想', '活动')).toBe('none')
})

test('an alarm of an earlier message is not raised again by the next', () => {
  expect(hear('三千五', { expects: 'money', before: ['我不想活了'] }).crisis.tier).toBe('none')
})

test('the span points into the raw message', () => {
  const raw = '　我  妈 叫 不 醒 了，快來'
  const { crisis } = hear(raw)
  expect(crisis.tier).toBe('imminent')
  if (crisis.tier === 'none') return
  const [start, end] = crisis.span
  expect(raw.slice(start, end).replaceAll(' ', '')).toContain('叫不醒')
})

test('every alarm says its rule', () => {
  const { crisis } = hear('我不想活了')
  expect(crisis).toMatchObject({ rule: 'sui-not-live', type: 'suicide' })
})

test.each([
  ['没有钱买药，我不想活了', 'suicide'],
  ['不想活了，家里没有吃的', 'suicide'],
  ['煤气漏了，奶奶晕倒在厨房', 'fire_gas'],
  ['家里断粮两天了，我爸打我', 'child'],
] as const)(
  'of several dangers in 「%s」 the one whose help comes first is named',
  (line, type) => {
    expect(hear(line).crisis).toMatchObject({ type })
  },
)
