import { expect, test } from 'vitest'
import { csvOf } from '../../../src/core/casework/csv.ts'

test('quotes, commas and lines stay in their cell, behind the mark that Excel needs', () => {
  expect(
    csvOf([
      ['编号', 3, null],
      ['他说"好"', 'a,b', 'x\ny'],
    ]),
  ).toBe('\uFEFF编号,3,\r\n"他说""好""","a,b","x\ny"\r\n')
})

test('no cell becomes a formula', () => {
  for (const typed of ['=1+1', '+86', '-cmd', '@x', '\t=1'])
    expect(csvOf([[typed]])).toMatch(/^\uFEFF"?'/)
})
