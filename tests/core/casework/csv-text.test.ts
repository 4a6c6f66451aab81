import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText } from '../../../src/core/casework/csv-text.ts'

test('a table opens in office programs, with Chinese, quotes and new lines whole', () => {
  const text = csvText([
    ['姓名', '元'],
    ['李"建"民\n二楼', 1595],
    [null, -3],
  ])
  expect(text).toBe('\uFEFF"姓名","元"\r\n"李""建""民\n二楼","1595"\r\n"","-3"\r\n')
})

test('no text of a resident is a formula, however it begins', () => {
  const begin = fc.constantFrom('=', '+', '-', '@', ' =', '\t=', '＝', '\r')
  fc.assert(
    fc.property(begin, fc.string(), (sign, rest) => {
      expect(csvText([[sign + rest]]).slice(1, 3)).toBe(`"'`)
    }),
  )
})
