import { join } from 'node:path'
import { expect, test } from 'vitest'
import { INDICATORS } from '../../../../src/core/indicators.ts'
import { isDanger, partOf } from '../../../../src/core/understanding/model/example.ts'
import { CRISIS_TYPES } from '../../../../src/core/understanding/understood.ts'
import { loadExamples } from '../../../../src/edge/sources/examples.ts'

const FOLDER = join(import.meta.dirname, '../../../../locales/zh-CN/examples')
const { examples } = await loadExamples(FOLDER)

test.each(CRISIS_TYPES.filter((type) => type !== 'distress'))(
  'at least 100 examples speak of %s, in both parts',
  (type) => {
    const of = examples.filter((e) => isDanger(e) && e.type === type)
    expect(of.length).toBeGreaterThanOrEqual(100)
    expect(of.filter((e) => partOf(e) === 'test').length).toBeGreaterThanOrEqual(10)
  },
)

test.each(INDICATORS)(
  'at least 60 examples have the need %s, 20 speak of it without need',
  (code) => {
    const of = (label: string) =>
      examples.filter((e) => e.label === label && 'type' in e && e.type === code)
    expect(of('present').length).toBeGreaterThanOrEqual(60)
    expect(of('topic').length).toBeGreaterThanOrEqual(20)
  },
)

test('there are more answers, and more look-alikes, than the model could learn by heart', () => {
  expect(examples.filter((e) => e.label === 'none').length).toBeGreaterThanOrEqual(1_500)
  expect(examples.filter((e) => e.label === 'alike').length).toBeGreaterThanOrEqual(800)
})

test('no text comes twice', () => {
  expect(new Set(examples.map((e) => e.text)).size).toBe(examples.length)
})

/** Texts with at least six pairs of characters of which nine in ten are the same. */
test('hardly any two longer written examples say the same in the same words', () => {
  const written = examples.filter((e) => e.from === undefined)
  const pairs = written.map((e) => bigramsOf(e.text))
  const holders = new Map<string, number[]>()
  let alike = 0
  pairs.forEach((own, i) => {
    if (own.size < 6) return
    const shared = new Map<number, number>()
    for (const pair of own) {
      for (const j of holders.get(pair) ?? []) shared.set(j, (shared.get(j) ?? 0) + 1)
      holders.set(pair, [...(holders.get(pair) ?? []), i])
    }
    for (const [j, both] of shared) {
      if (both / (own.size + (pairs[j]?.size ?? 0) - both) > 0.9) alike++
    }
  })
  expect(alike).toBeLessThanOrEqual(written.length * 0.005)
})

function bigramsOf(text: string): ReadonlySet<string> {
  const plain = text.replace(/[\s\p{P}]+/gu, '')
  return new Set(Array.from({ length: plain.length - 1 }, (_, i) => plain.slice(i, i + 2)))
}
