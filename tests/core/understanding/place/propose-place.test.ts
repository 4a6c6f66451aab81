import { expect, test } from 'vitest'
import { proposePlace } from '../../../../src/core/understanding/place/propose-place.ts'

test.each([
  ['长宁区愚园路1088弄12号301室', { kind: 'road', words: '愚园路', number: 1088 }],
  ['我住愚园路八十八弄', { kind: 'road', words: '愚园路', number: 88 }],
  ['住在王家弄新村12号301', { kind: 'alias', words: '王家弄新村' }],
  ['长宁区幸福里小区', { kind: 'alias', words: '幸福里小区' }],
  ['愚园路上，菜场旁边', null],
  ['就在居委会对面', null],
  ['我们小区', null],
  ['不知道', null],
])('%s teaches %j', (address, words) => {
  expect(proposePlace(address)).toEqual(words)
})
