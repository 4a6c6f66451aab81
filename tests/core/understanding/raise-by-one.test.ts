import { expect, test } from 'vitest'
import { raiseByOne } from '../../../src/core/understanding/raise-by-one.ts'

test.each([
  ['none', 'watch', 'watch'],
  ['none', 'high', 'watch'],
  ['none', 'imminent', 'watch'],
  ['watch', 'high', 'high'],
  ['watch', 'imminent', 'high'],
  ['high', 'imminent', null],
  ['none', 'none', null],
  ['watch', 'watch', null],
  ['watch', 'none', null],
  ['high', 'watch', null],
  ['imminent', 'none', null],
] as const)('heard %s, supposed %s: raised to %s', (heard, supposed, raised) => {
  expect(raiseByOne(heard, supposed)).toBe(raised)
})
