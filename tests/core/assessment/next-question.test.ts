import { expect, test } from 'vitest'
import { assessVector } from '../../../src/core/assessment/assess.ts'
import { nextQuestion } from '../../../src/core/assessment/next-question.ts'
import { INDICATORS, type IndicatorCode } from '../../../src/core/indicators.ts'
import { day, model } from '../../support/assessment.ts'

const no = Object.fromEntries(INDICATORS.map((code) => [code, false]))
const ask = (deprived: Partial<Record<IndicatorCode, boolean | null>>, askable = INDICATORS) =>
  nextQuestion(model, assessVector(model, deprived, day), askable)

test('the weightiest unknown comes first, then the order of the model', () => {
  expect(ask({})).toBe('edu')
  expect(ask({ edu: false })).toBe('emp')
  expect(ask({ edu: false, emp: false })).toBe('inc')
})

test('nothing is asked once no answer can change the grade', () => {
  expect(ask({ ...no, soc: null })).toBeUndefined()
  expect(ask({ ...no, soc: null, inc: true })).toBe('soc')
  expect(ask({ inc: true, ill: true, dis: true, edu: true, emp: true })).toBeUndefined()
})

test('what cannot be asked is left out, and nothing is asked in vain beside it', () => {
  const open = { ...no, inc: true, edu: null, soc: null }
  expect(ask(open)).toBe('edu')
  expect(nextQuestion(model, assessVector(model, open, day), ['soc'])).toBe('soc')
  const edge = { ...open, inc: false }
  expect(nextQuestion(model, assessVector(model, edge, day), ['soc'])).toBeUndefined()
  expect(nextQuestion(model, assessVector(model, open, day), [])).toBeUndefined()
})
