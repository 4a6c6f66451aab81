import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  adjustedHeadcount,
  contribution,
  countFigures,
  countMoves,
  headcount,
  intensity,
  LEVELS,
} from '../../../src/core/assessment/figures.ts'
import {
  type Deprivations,
  gradeOf,
  isExtreme,
  pointsOf,
} from '../../../src/core/assessment/grade.ts'
import { type CountedHousehold, countPatterns } from '../../../src/core/assessment/patterns.ts'
import { samplePatterns } from '../../../src/core/assessment/sample-patterns.ts'
import { INDICATORS, type IndicatorCode } from '../../../src/core/indicators.ts'
import { day, model, parameters } from '../../support/assessment.ts'

const lacking = (...codes: IndicatorCode[]) =>
  Object.fromEntries(INDICATORS.map((code) => [code, codes.includes(code)])) as Deprivations
const house = (persons: number, group: string, ...codes: IndicatorCode[]): CountedHousehold => ({
  persons,
  group,
  deprived: lacking(...codes),
})
const times = (count: number, household: CountedHousehold) => Array(count).fill(household)

const population = fc.array(
  fc.record({
    persons: fc.integer({ min: 1, max: 9 }),
    group: fc.constantFrom('a', 'b', 'c'),
    deprived: fc
      .array(fc.constantFrom(true, false, null), { minLength: 10, maxLength: 10 })
      .map(
        (row) => Object.fromEntries(INDICATORS.map((code, i) => [code, row[i]])) as Deprivations,
      ),
  }),
  { minLength: 1, maxLength: 40 },
)

test('6,068 persons in difficulty read 2,659 high, 2,181 medium and 1,228 low', () => {
  const people = [
    ...times(886, house(3, 's', 'edu', 'emp', 'inc', 'hou', 'ill')),
    house(1, 's', 'edu', 'emp', 'inc', 'hou', 'ill', 'dis'),
    ...times(545, house(4, 's', 'edu', 'emp')),
    house(1, 's', 'inc', 'hou', 'ill', 'dis'),
    ...times(614, house(2, 's', 'ill', 'soc')),
    ...times(100, house(2, 's', 'soc')),
  ]
  const { levels, poor, persons } = countFigures(model, countPatterns(people))
  expect([levels.high.persons, levels.medium.persons, levels.low.persons]).toEqual([
    2659, 2181, 1228,
  ])
  expect([poor, persons]).toEqual([6068, 6268])
})

test('most people in difficulty does not mean the hardest difficulty', () => {
  const patterns = countPatterns([
    ...times(60, house(1, 'wide', 'ill', 'soc')),
    ...times(40, house(1, 'wide')),
    ...times(20, house(1, 'deep', 'edu', 'emp', 'inc', 'hou', 'ill', 'dis', 'sec')),
    ...times(80, house(1, 'deep')),
  ])
  const ranked = (by: (group: string) => number) =>
    patterns.groups.toSorted((a, b) => by(b) - by(a))
  const of = (group: string) => countFigures(model, patterns, { group })
  expect(ranked((group) => headcount(of(group)))).toEqual(['wide', 'deep'])
  expect(ranked((group) => intensity(of(group), model))).toEqual(['deep', 'wide'])
  expect(ranked((group) => adjustedHeadcount(of(group), model))).toEqual(['deep', 'wide'])
})

test('H, A and M0 of a small population as computed by hand', () => {
  const people = [
    house(2, 's', 'edu', 'emp'),
    house(1, 's', 'ill'),
    house(1, 's', 'inc', 'ill', 'soc'),
  ]
  const figures = countFigures(model, countPatterns(people))
  expect(headcount(figures)).toBe(3 / 4)
  expect(figures.points).toBe(2 * 4 + 3)
  expect(intensity(figures, model)).toBe(11 / 36)
  expect(adjustedHeadcount(figures, model)).toBe(11 / 48)
  expect(figures.indicators.ill).toEqual({ poorAndDeprived: 1, deprived: 2, points: 1 })
  expect(contribution(figures.indicators.edu, figures)).toBe(4 / 11)
})

test('indicators and groups sum to the whole exactly', () => {
  fc.assert(
    fc.property(population, (households) => {
      const patterns = countPatterns(households)
      const whole = countFigures(model, patterns)
      const groups = patterns.groups.map((group) => countFigures(model, patterns, { group }))
      const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
      expect(sum(Object.values(whole.indicators).map(({ points }) => points))).toBe(whole.points)
      expect(sum(groups.map(({ points }) => points))).toBe(whole.points)
      expect(sum(groups.map(({ persons }) => persons))).toBe(whole.persons)
      expect(sum(groups.map(({ poor }) => poor))).toBe(whole.poor)
      const weighted = groups.map(
        (group) => (group.persons / whole.persons) * adjustedHeadcount(group, model),
      )
      expect(sum(weighted)).toBeCloseTo(adjustedHeadcount(whole, model), 12)
      expect(headcount(whole) * intensity(whole, model)).toBeCloseTo(
        adjustedHeadcount(whole, model),
        12,
      )
    }),
  )
})

test('before weights change it is known how many would move', () => {
  const [none, low, medium, high] = model.bands
  if (!none || !low || !medium || !high) return expect.unreachable()
  const stricter = { ...model, bands: [none, low, medium, { ...high, from: 8 }] }
  const people = [
    house(3, 's', 'edu', 'emp', 'inc', 'hou', 'ill'),
    house(2, 's', 'edu', 'emp'),
    house(1, 's', 'edu', 'emp', 'inc', 'hou', 'ill', 'dis'),
  ]
  const group = 's'
  expect(countMoves(model, stricter, countPatterns(people))).toEqual([
    { group, from: 'medium', to: 'medium', persons: 2, households: 1 },
    { group, from: 'high', to: 'medium', persons: 3, households: 1 },
    { group, from: 'high', to: 'high', persons: 1, households: 1 },
  ])
})

test('patterns grade every household as the assessment does, the hardest layer too', () => {
  fc.assert(
    fc.property(population, population, ([one], [other]) => {
      if (!one || !other) return
      const severe = other.deprived
      const both = (code: IndicatorCode) => one.deprived[code] === true && severe[code] === true
      const deeper = Object.fromEntries(
        INDICATORS.map((code) => [code, both(code)]),
      ) as Deprivations
      const known = Object.fromEntries(
        INDICATORS.map((code) => [code, one.deprived[code] === true]),
      ) as Deprivations
      const points = pointsOf(model, known)
      const extreme = isExtreme(model, points, pointsOf(model, deeper))
      const { levels } = countFigures(model, countPatterns([{ ...one, severe }]))
      const level = extreme ? 'extreme' : gradeOf(model, points[0])
      expect(levels[level]).toEqual({ persons: one.persons, households: 1 })
    }),
  )
})

test('a move of weights over a whole population is told in less than 50 ms', () => {
  const sample = { persons: 60_000, seed: 7, groups: ['a', 'b', 'c'], day, parameters }
  const counting = samplePatterns(model, model, sample)
  let step = counting.next()
  while (!step.done) step = counting.next()
  const patterns = step.value
  const heavier = model.indicators.map((each) =>
    each.code === 'soc'
      ? { ...each, weight: 2 }
      : each.code === 'edu'
        ? { ...each, weight: 1 }
        : each,
  )
  const after = { ...model, indicators: heavier }
  const began = performance.now()
  const moves = countMoves(model, after, patterns)
  const figures = [model, after].map((each) => countFigures(each, patterns))
  const took = performance.now() - began
  expect(figures.map(({ persons }) => persons >= 60_000)).toEqual([true, true])
  expect(moves.reduce((sum, { persons }) => sum + persons, 0)).toBe(figures[0]?.persons)
  expect(moves.some(({ from, to }) => from !== to)).toBe(true)
  expect(took).toBeLessThan(50)
})

test('changed conditions move the households that they meet', () => {
  const strict = model.indicators.map((each) =>
    each.code === 'soc' ? { ...each, deprived: { op: 'literal', value: true } as const } : each,
  )
  const then = { ...model, indicators: strict }
  const sample = { persons: 2_000, seed: 7, groups: ['a'], day, parameters }
  const counting = samplePatterns(model, then, sample)
  let step = counting.next()
  while (!step.done) step = counting.next()
  const [before, after] = [
    countFigures(model, step.value),
    countFigures(then, step.value, { at: 'next' }),
  ]
  expect(after.indicators.soc.deprived).toBe(after.persons)
  expect(before.indicators.soc.deprived).toBeLessThan(before.persons)
  expect(after.indicators.ill).toMatchObject({ deprived: before.indicators.ill.deprived })
  const up = countMoves(model, then, step.value).filter(({ from, to }) => from !== to)
  expect(up.length).toBeGreaterThan(0)
  expect(up.every(({ from, to }) => LEVELS.indexOf(to) > LEVELS.indexOf(from))).toBe(true)
})
