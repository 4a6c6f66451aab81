import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assess, assessVector } from '../../../src/core/assessment/assess.ts'
import { gradeOf } from '../../../src/core/assessment/grade.ts'
import { readAnswers } from '../../../src/core/assessment/read-answers.ts'
import type { Truth } from '../../../src/core/conditions/value.ts'
import { INDICATORS, type IndicatorCode } from '../../../src/core/indicators.ts'
import { day, model, parameters } from '../../support/assessment.ts'
import { GOLDEN } from './golden-households.ts'

type Vector = Record<IndicatorCode, boolean>

const of = (answers: Readonly<Record<string, unknown>>) =>
  assess(model, readAnswers(model, answers).facts, { day, parameters })
const codes = (deprived: Readonly<Record<string, Truth>>, value: Truth) =>
  INDICATORS.filter((code) => deprived[code] === value)
const vectors = Array.from({ length: 1024 }, (_, bits) =>
  Object.fromEntries(INDICATORS.map((code, i) => [code, (bits & (1 << i)) !== 0])),
) as Vector[]

test.each(GOLDEN)('$who: $points points, $grade', ({ answers, deprived, points, grade }) => {
  const assessment = of(answers)
  expect(codes(assessment.deprived, true)).toEqual(deprived)
  expect(assessment.points).toEqual([points, points])
  expect(assessment.grade).toBe(grade)
  expect(assessment.next).toBeUndefined()
  expect(readAnswers(model, answers).ignored).toEqual([])
})

test('of the 1024 vectors 9 are none, 102 low, 499 medium and 414 high', () => {
  const count = { none: 0, low: 0, medium: 0, high: 0 }
  for (const vector of vectors) count[assessVector(model, vector, day).grade ?? 'none'] += 1
  expect(count).toEqual({ none: 9, low: 102, medium: 499, high: 414 })
})

test.each([
  [0, 'none'],
  [1, 'none'],
  [2, 'low'],
  [3, 'low'],
  [4, 'medium'],
  [6, 'medium'],
  [7, 'high'],
  [12, 'high'],
])('%i points are %s: a band begins at its number, not above it', (points, grade) => {
  expect(gradeOf(model, points)).toBe(grade)
})

test('each indicator turns by its own answer and by no other', () => {
  const fine = {
    people: 2,
    members: ['child'],
    income: 9000,
    housing: 'own_ok',
    illness: 'none',
    disability: 'none',
    schooling: 'fine',
    work: 'working',
    insurance: 'both',
    contact: 'often',
    child_load: 'ok',
    child_home: 'good',
  }
  const turns: Record<IndicatorCode, Record<string, unknown>> = {
    inc: { income: 6379 },
    hou: { housing: 'crowded' },
    ill: { illness: 'serious' },
    dis: { disability: 'light' },
    edu: { schooling: 'behind' },
    emp: { work: 'unstable' },
    sec: { insurance: 'none' },
    soc: { contact: 'rarely' },
    cbu: { child_load: 'heavy' },
    cen: { child_home: 'alone' },
  }
  expect(codes(of(fine).deprived, false)).toEqual([...INDICATORS])
  for (const code of INDICATORS) {
    expect(codes(of({ ...fine, ...turns[code] }).deprived, true)).toEqual([code])
  }
})

test('an income is low below twice the line of the day, a head', () => {
  expect(of({ people: 2, income: 2 * 2 * 1595 - 1 }).deprived.inc).toBe(true)
  expect(of({ people: 2, income: 2 * 2 * 1595 }).deprived.inc).toBe(false)
  const before = assess(model, { people: 1, income: 2500 }, { day: '2020-12-31', parameters })
  const after = assess(model, { people: 1, income: 2500 }, { day: '2021-07-01', parameters })
  expect([before.deprived.inc, after.deprived.inc]).toEqual([false, true])
  expect(before.parameters.dibao_line).toBe(1240)
})

test('an income told as a range scores only when both ends do', () => {
  expect(of({ people: 1, income: { min: 2000, max: 3000 } }).deprived.inc).toBe(true)
  const open = of({ people: 1, income: { min: 3000, max: 4000 } })
  expect(open.deprived.inc).toBeNull()
  expect(open.perIndicator[0]).toMatchObject({ code: 'inc', needs: [], vague: ['income'] })
})

test('without a child the child indicators are no, without asking and without new weights', () => {
  const { deprived, points } = of({ members: ['elder'] })
  expect([deprived.edu, deprived.cbu, deprived.cen]).toEqual([false, false, false])
  expect(points).toEqual([0, 7])
})

test('unknown answers leave the grade open and say what to ask next', () => {
  const nothing = of({})
  expect(nothing.points).toEqual([0, 12])
  expect(nothing.grade).toBeUndefined()
  expect(nothing.gradeRange).toEqual(['none', 'high'])
  expect(nothing.next).toBe('edu')
  expect(nothing.perIndicator.every((result) => result.value === null)).toBe(true)
})

test('an answer that nobody is sure of scores neither way and is not asked again', () => {
  const { perIndicator } = of({ insurance: 'unknown' })
  expect(perIndicator.find(({ code }) => code === 'sec')).toMatchObject({ value: null, needs: [] })
})

test('facts outside the conversation only sharpen', () => {
  expect(of({ people: 1, income: 9000, receives: ['edge'] }).deprived.inc).toBe(true)
  expect(of({ people: 1, income: 5000, medical_cost: 4000 }).deprived).toMatchObject({
    inc: true,
    ill: true,
  })
  expect(of({ medical_cost: 4000, illness: 'chronic' }).deprived.ill).toBe(false)
  expect(of({ people: 1, income: 0, medical_cost: 0, illness: 'none' }).deprived.ill).toBe(false)
})

test('extreme is a high grade whose severe indicators weigh four or more', () => {
  const hard = {
    people: 1,
    members: ['disabled', 'ill'],
    income: 500,
    housing: 'unsafe',
    illness: 'serious_unpaid',
    disability: 'heavy_nocare',
    work: 'jobless_long',
    insurance: 'none',
    contact: 'rarely',
  }
  expect(of(hard)).toMatchObject({ grade: 'high', severe: { points: [8, 8], extreme: true } })
  const milder = { ...hard, income: 3000, housing: 'crowded', disability: 'light' }
  const other = {
    ...milder,
    work: 'unstable',
    illness: 'serious',
    insurance: 'both',
    contact: 'often',
  }
  expect(of(other).severe).toEqual({ points: [0, 0], extreme: false })
  expect(of({ ...hard, work: undefined, disability: undefined }).severe.extreme).toBeNull()
})

test('the margin says how far the next grades are and which answer would change the grade', () => {
  const six = of(GOLDEN[0]?.answers ?? {})
  expect(six.margin.below).toEqual({ grade: 'low', points: 3 })
  expect(six.margin.above).toEqual({ grade: 'high', points: 1 })
  expect(six.margin.flips.map(({ code, to }) => [code, to])).toEqual([
    ['hou', true],
    ['ill', true],
    ['dis', true],
    ['soc', true],
    ['cbu', true],
    ['cen', true],
  ])
  expect(six.margin.flips[0]).toMatchObject({ points: [7, 7], gradeRange: ['high', 'high'] })
})

test('what an adviser confirmed no longer counts among the answers that might flip', () => {
  const facts = readAnswers(model, GOLDEN[0]?.answers ?? {}).facts
  const checked = { basis: 'adviser', confirmed: true, by: 'a1' } as const
  const told = { basis: 'answer', confirmed: false, turn: 7 } as const
  const evidence = { housing: checked, illness: told }
  const { margin, perIndicator } = assess(model, facts, { day, parameters, evidence })
  expect(margin.flips.map(({ code }) => code)).toEqual(['ill', 'dis', 'soc', 'cbu', 'cen'])
  expect(perIndicator.find(({ code }) => code === 'hou')?.evidence).toEqual({ housing: checked })
})

test('what a person decided stands, and what the facts said stands beside it', () => {
  const { deprived, perIndicator } = assess(
    model,
    { housing: 'own_ok' },
    { day, parameters, decided: { hou: true } },
  )
  expect(deprived.hou).toBe(true)
  expect(perIndicator.find(({ code }) => code === 'hou')).toMatchObject({ instead: false })
})

test('the same inputs give the same assessment, also from stored JSON', () => {
  for (const { answers } of GOLDEN) {
    const first = of(answers)
    const again = assess(model, readAnswers(model, JSON.parse(JSON.stringify(answers))).facts, {
      day: first.day,
      parameters: JSON.parse(JSON.stringify(parameters)),
    })
    expect(again).toEqual(first)
    expect(JSON.parse(JSON.stringify(first))).toEqual(first)
  }
})

test('any answers at all give an assessment whose points hold every certain one', () => {
  const odd = fc.dictionary(
    fc.constantFrom(...Object.keys(model.facts), 'x', '__proto__'),
    fc.anything(),
  )
  fc.assert(
    fc.property(odd, (answers) => {
      const { points, deprived } = of(answers)
      expect(points[0]).toBeLessThanOrEqual(points[1])
      expect(Object.keys(deprived)).toEqual([...INDICATORS])
    }),
  )
})

test('the points of a part of the answers always hold the points of them all', () => {
  const some = fc.tuple(fc.constantFrom(...GOLDEN), fc.subarray(Object.keys(model.facts)))
  const asked = ['people', 'members']
  fc.assert(
    fc.property(some, ([{ answers, points }, names]) => {
      const { receives: _r, adult_schooling: _a, ...told } = answers
      const part = Object.entries(told).filter(([name]) => [...asked, ...names].includes(name))
      const [low, high] = of(Object.fromEntries(part)).points
      const whole = of(told).points[0]
      expect(low <= whole && whole <= high && whole <= points).toBe(true)
    }),
  )
})
