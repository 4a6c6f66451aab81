import { expect, test } from 'vitest'
import { compareIntakes } from '../../../src/core/assessment/compare-intakes.ts'
import { gradeRangeOf, pointsOf } from '../../../src/core/assessment/grade.ts'
import { samplePopulation } from '../../../src/core/assessment/sample-population.ts'
import { askAdaptively } from '../../../src/core/assessment/simulate-intake.ts'
import { INDICATORS } from '../../../src/core/indicators.ts'
import { day, model, parameters } from '../../support/assessment.ts'

const context = { day, parameters }
const households = samplePopulation(1_000, 7)

test('the same seed makes the same households, another seed makes others', () => {
  expect(samplePopulation(50, 1)).toEqual(samplePopulation(50, 1))
  expect(samplePopulation(50, 1)).not.toEqual(samplePopulation(50, 2))
})

test('asking less grades everyone as asking everything does, with a tenth fewer questions at least', () => {
  const result = compareIntakes(model, households, context, ['income', 'illness'])
  expect(result.sameGrade).toBe(1_000)
  expect(result.adaptive).toBeLessThan(result.everything * 0.9)
  expect(result.spared.reduce((sum, count) => sum + count, 0)).toBe(1_000)
})

test('when it stops with a certain grade, every answer still open leaves that grade', () => {
  for (const household of households.slice(0, 200)) {
    const { assessment } = askAdaptively(model, household, context, [])
    const { deprived, grade } = assessment
    if (!grade) continue
    for (const value of [true, false]) {
      const filled = Object.fromEntries(INDICATORS.map((code) => [code, deprived[code] ?? value]))
      expect(gradeRangeOf(model, pointsOf(model, { ...deprived, ...filled }))[0]).toBe(grade)
    }
  }
})

test('the sample has households of every grade, certain and open', () => {
  const open = compareIntakes(model, households, context, [])
  expect(open.certain).toBeGreaterThan(700)
  expect(open.certain).toBeLessThan(1_000)
})
