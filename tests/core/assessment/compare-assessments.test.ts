import { expect, test } from 'vitest'
import { assess } from '../../../src/core/assessment/assess.ts'
import { compareAssessments } from '../../../src/core/assessment/compare-assessments.ts'
import { readAnswers } from '../../../src/core/assessment/read-answers.ts'
import { day, model, parameters } from '../../support/assessment.ts'
import { GOLDEN } from './golden-households.ts'

const [first, visit] = GOLDEN.map(({ answers }) =>
  assess(model, readAnswers(model, answers).facts, { day, parameters }),
)

test('after the visit it shows which indicators were added and that the grade rose', () => {
  if (!first || !visit) return expect.unreachable()
  expect(compareAssessments(first, visit)).toEqual({
    indicators: [
      { code: 'hou', from: false, to: true },
      { code: 'cen', from: false, to: true },
    ],
    points: [2, 2],
    grade: 'higher',
    otherModel: false,
  })
  expect(compareAssessments(visit, first).grade).toBe('lower')
})

test('two that are alike differ in nothing, and another version of the model is said', () => {
  if (!first) return expect.unreachable()
  const stored = { ...first, model: { ...first.model, hash: 'older' } }
  expect(compareAssessments(stored, first)).toEqual({
    indicators: [],
    points: [0, 0],
    grade: 'same',
    otherModel: true,
  })
})

test('while a grade is open no rise or fall is claimed', () => {
  if (!first) return expect.unreachable()
  const open = assess(model, {}, { day, parameters })
  expect(compareAssessments(open, first).grade).toBeUndefined()
  expect(compareAssessments(open, first).indicators).toHaveLength(10)
})
