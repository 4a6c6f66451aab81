import { expect, test } from 'vitest'
import {
  type Parameter,
  parameterOn,
  parametersToCheck,
  resolveParameters,
} from '../../../src/core/assessment/parameters.ts'
import { isProblem } from '../../../src/core/errors.ts'
import { parameters } from '../../support/assessment.ts'

test.each([
  ['2019-12-31', 1160],
  ['2020-06-30', 1160],
  ['2020-07-01', 1240],
  ['2021-07-01', 1330],
  ['2024-07-01', 1595],
  ['2026-11-21', 1595],
])('the line of %s is %i yuan', (day, value) => {
  expect(parameterOn(parameters, 'dibao_line', '310105', day)?.value).toBe(value)
})

test('no day has two values, and none is lost between two rows', () => {
  const line = parameters.filter(({ name }) => name === 'dibao_line')
  for (const [i, row] of line.entries()) {
    const next = line[i + 1]
    if (next && row.validTo)
      expect(Date.parse(next.validFrom) - Date.parse(row.validTo)).toBe(864e5)
  }
  expect(line.at(-1)?.validTo).toBeNull()
})

test('a district may have a value of its own', () => {
  const own: Parameter = {
    ...(parameters[0] as Parameter),
    region: '310105',
    value: 2000,
    validTo: null,
  }
  const all = [...parameters, own]
  expect(parameterOn(all, 'dibao_line', '310105', '2026-01-01')?.value).toBe(2000)
  expect(parameterOn(all, 'dibao_line', '310106', '2026-01-01')?.value).toBe(1595)
})

test('nobody is graded by an amount that is missing', () => {
  try {
    resolveParameters(parameters, ['dibao_line'], '320100', '2026-01-01')
    expect.unreachable()
  } catch (error) {
    expect(isProblem(error) && error.details).toEqual({
      parameter: 'dibao_line',
      region: '320100',
      day: '2026-01-01',
    })
  }
})

test('values that are unverified, or open for more than 13 months, are named', () => {
  const verified = parameters.map((p) => ({ ...p, needsVerification: false }))
  expect(parametersToCheck(verified, '2025-08-31')).not.toContainEqual(
    expect.objectContaining({ value: 1595 }),
  )
  expect(parametersToCheck(verified, '2025-09-01')).toContainEqual(
    expect.objectContaining({ name: 'dibao_line', value: 1595 }),
  )
  expect(parametersToCheck(parameters, '2024-07-02')).toContainEqual(
    expect.objectContaining({ value: 1595, needsVerification: true }),
  )
})
