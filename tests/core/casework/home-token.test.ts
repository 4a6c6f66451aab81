import { expect, test } from 'vitest'
import { homeToken } from '../../../src/core/casework/home-token.ts'

test.each([
  ['上海市长宁区定西路1016弄12号602室', '定西路-1016-12-602'],
  ['定西路 1016 弄 12-602', '定西路-1016-12-602'],
  ['长宁区华阳路街道定西路１０１６弄１２号６０２', '定西路-1016-12-602'],
])('%s is the flat %s', (address, token) => {
  expect(homeToken(address)).toBe(token)
})

test.each([null, '', '华院居委', '定西路1016弄', '2楼301', '我住在老房子里'])(
  '%s is no flat',
  (address) => {
    expect(homeToken(address)).toBe(null)
  },
)
