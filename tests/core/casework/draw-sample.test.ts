import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conflictsOf, sameAnswer } from '../../../src/core/casework/assessment-form.ts'
import { drawSample } from '../../../src/core/casework/draw-sample.ts'
import { qualityBy } from '../../../src/core/casework/quality-figures.ts'
import { uuidOf } from '../../../src/core/casework/seeded-hash.ts'

const records = (count: number, author: string) =>
  Array.from({ length: count }, (_, at) => ({ id: `${author}-${at}`, author }))

test('the same seed draws the same records in whatever order they come', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.shuffledSubarray(records(30, 'a'), { minLength: 30 }),
      (seed, all) => {
        const share = { percent: 20, least: 1 }
        expect(drawSample(all, share, seed)).toEqual(drawSample(records(30, 'a'), share, seed))
      },
    ),
    { numRuns: 50 },
  )
})

test('each author gives a share, rounded up, and at least so many as there are', () => {
  const all = [...records(21, 'much'), ...records(2, 'little')]
  const drawn = drawSample(all, { percent: 10, least: 3 }, 'seed')
  expect(drawn.filter(({ author }) => author === 'much')).toHaveLength(3)
  expect(drawn.filter(({ author }) => author === 'little')).toHaveLength(2)
})

test('over many seeds each record is drawn about as often as any other', () => {
  const times = new Map<string, number>()
  for (let seed = 0; seed < 2_000; seed++) {
    for (const { id } of drawSample(records(10, 'a'), { percent: 20, least: 0 }, `s${seed}`)) {
      times.set(id, (times.get(id) ?? 0) + 1)
    }
  }
  // 2 of 10 in each of 2,000 draws: 400 each, six standard deviations (18) on either side.
  for (const count of times.values()) expect(Math.abs(count - 400)).toBeLessThan(108)
})

test('ids that follow from a text are UUIDs, and differ', () => {
  const ids = Array.from({ length: 500 }, (_, at) => uuidOf(`x${at}`))
  expect(new Set(ids).size).toBe(500)
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
})

test('quality counts what passed at once, what came back and what waits; dropped ones not', () => {
  const check = { author: 'a', street: 's', state: 'passed', score: 90, returned: 0 }
  const all = [
    check,
    { ...check, score: 60, returned: 1 },
    { ...check, state: 'returned', score: 41, returned: 1 },
    { ...check, state: 'drawn', score: null },
    { ...check, state: 'dropped', score: 0 },
  ]
  expect(qualityBy(all, 'author').get('a')).toEqual({
    ...{ drawn: 4, judged: 3, passedAtOnce: 1, returned: 2, waiting: 1, score: 63.7 },
  })
})

test('only what both changed, and otherwise, is a conflict', () => {
  const seen = { income: 3000, members: ['elder', 'child'] }
  const mine = { income: 2500, members: ['child', 'elder'], work: 'cannot' }
  expect(conflictsOf(seen, mine, { ...seen, income: 4200 })).toEqual(['income'])
  expect(conflictsOf(seen, mine, { ...seen, income: 2500 })).toEqual([])
  expect(conflictsOf(seen, mine, { ...seen, work: 'working' })).toEqual(['work'])
  expect(sameAnswer({ min: 4200, max: 4200 }, 4200)).toBe(true)
})
