import { expect, test } from 'vitest'
import { hear } from '../hear.ts'
import { CALM, SITUATIONS } from './situation-lines.ts'

const lines = Object.entries(SITUATIONS).flatMap(([type, list]) =>
  list.map((line) => [type, line] as const),
)

test.each(lines)('%s: 「%s」 raises the alarm', (_, line) => {
  expect(['high', 'imminent']).toContain(hear(line).crisis.tier)
})

test.each(CALM)('「%s」 raises no alarm', (line) => {
  expect(['none', 'watch']).toContain(hear(line).crisis.tier)
})

test('what makes a situation grave may stand a breath before or after it', () => {
  expect(hear('房东换了锁').crisis.tier).toBe('none')
  expect(hear('房东换了锁。我在门口坐着。').crisis.tier).toBe('high')
  expect(hear('我在门口坐着。房东换了锁。').crisis.tier).toBe('high')
})

test('a supposed danger is only noted, a present one is not lowered', () => {
  expect(hear('如果断药了怎么办').crisis.tier).toBe('watch')
  expect(hear('断药了怎么办').crisis.tier).toBe('high')
})

test('what has come to a good end is only noted', () => {
  expect(hear('我妈昏过去了').crisis.tier).toBe('imminent')
  expect(hear('我妈昏过去了，后来好了').crisis.tier).toBe('watch')
})

test('a denial inside the words is one', () => {
  expect(hear('爸爸打弟弟').crisis.tier).toBe('imminent')
  expect(hear('爸爸没打弟弟').crisis.tier).toBe('none')
})
