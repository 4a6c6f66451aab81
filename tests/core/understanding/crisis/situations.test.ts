import { join } from 'node:path'
import { expect, test } from 'vitest'
import { understand } from '../../../../src/core/understanding/understand.ts'
import { loadWeights } from '../../../../src/edge/sources/weights.ts'
import { hear, lexicons, NOW } from '../hear.ts'
import { CALM, SITUATIONS } from './situation-lines.ts'
import { TOLD } from './told-lines.ts'

const weights = await loadWeights(
  join(import.meta.dirname, '../../../../locales/zh-CN/weights/danger.json'),
)
const OPEN = { expects: 'open', now: NOW } as const

const lines = Object.entries(SITUATIONS).flatMap(([type, list]) =>
  list.map((line) => [type, line] as const),
)

test.each(lines)('%s: 「%s」 raises the alarm', (_, line) => {
  expect(['high', 'imminent']).toContain(hear(line).crisis.tier)
})

test.each(CALM)('「%s」 raises no alarm', (line) => {
  expect(['none', 'watch']).toContain(hear(line).crisis.tier)
})

const told = Object.entries(TOLD)
const calmTold = told.flatMap(([what, { calm }]) => calm.map((line) => [what, line] as const))
const dangerTold = told.flatMap(([what, { danger }]) => danger.map((line) => [what, line] as const))

test.each(calmTold)('%s: 「%s」 raises no alarm', (_, line) => {
  expect(['none', 'watch']).toContain(hear(line).crisis.tier)
})

test.each(dangerTold)('%s: 「%s」 raises the alarm', (_, line) => {
  expect(['high', 'imminent']).toContain(understand(line, OPEN, { lexicons, weights }).crisis.tier)
})

test('what is long over is noted, and what goes on is heard', () => {
  expect(hear('小时候我爸打我').crisis.tier).toBe('watch')
  expect(hear('小时候我爸打我，现在还打').crisis.tier).toMatch(/high|imminent/)
  expect(hear('前夫打我，离了十二年了').crisis.tier).toBe('watch')
  expect(hear('前夫打我，离了婚还找上门来').crisis.tier).toMatch(/high|imminent/)
  expect(hear('年轻时候苦，我不想活了').crisis.tier).toBe('high')
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
