import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isProblem } from '../../../src/core/errors.ts'
import { INDICATORS } from '../../../src/core/indicators.ts'
import { readModel } from '../../../src/edge/sources/assessment.ts'
import { model } from '../../support/assessment.ts'

const file = new URL('../../../data/assessment/changning-2020.yaml', import.meta.url)
const text = readFileSync(file, 'utf8')

const problemsOf = (from: string | RegExp, to: string) => {
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  try {
    readModel(changed, 'x.yaml')
  } catch (error) {
    return isProblem(error) ? error.details.problems : error
  }
  return []
}

test('the six dimensions and ten indicators bear their published names', () => {
  expect(model.dimensions).toEqual([
    '物质',
    '健康',
    '教育',
    '就业',
    '社会支持',
    '家中是否有儿童青少年',
  ])
  expect(model.indicators.map(({ code }) => code)).toEqual([...INDICATORS])
  expect(model.indicators.map(({ name }) => name)).toEqual([
    '收入困境',
    '居住困境',
    '疾病困境',
    '残疾困境',
    '教育困境',
    '就业困境',
    '社会保障困境',
    '社会参与困境',
    '儿童青少年家庭负担',
    '儿童青少年家庭环境',
  ])
  for (const dimension of model.dimensions) {
    const own = model.indicators.filter((indicator) => indicator.dimension === dimension)
    expect(own.reduce((sum, { weight }) => sum + weight, 0)).toBe(2)
  }
})

test('weights that do not sum up are refused by name', () => {
  expect(problemsOf('weight: 2', 'weight: 3')).toEqual([
    { code: 'weights_do_not_sum', at: 'out_of', expected: 12, found: 13 },
  ])
})

test.each([
  ['dimension: 就业', 'dimension: 工作', 'unknown_dimension'],
  ['asks: [housing]', 'asks: [house]', 'unknown_fact'],
  [
    'grade: low, name: 低度困境, from: 2',
    'grade: low, name: 低度困境, from: 5',
    'bands_not_rising',
  ],
  ['within: high, from: 4', 'within: high, from: 40', 'bad_extreme'],
  ['code: hou', 'code: inc', 'indicator_twice'],
  ['contact = "rarely"', 'contact = "never"', 'bad_condition'],
  ['parameter.dibao_line', 'parameter.dibao', 'bad_condition'],
])('%s changed to %s is refused as %s', (from, to, code) => {
  expect(problemsOf(from, to)).toContainEqual(expect.objectContaining({ code }))
})

test('a change of content is a new version, a change of layout is not', () => {
  const hash = (changed: string) => readModel(changed, 'x.yaml').hash
  expect(hash(`${text}\n# a remark\n`)).toBe(model.hash)
  expect(hash(text.replace('"rarely"', '"sometimes"'))).not.toBe(model.hash)
})
