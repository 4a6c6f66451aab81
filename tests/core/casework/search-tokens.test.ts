import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenFor, tokensOf } from '../../../src/core/casework/search-tokens.ts'

test('a person is found by every piece of the name, the surname and the last four digits', () => {
  const tokens = tokensOf('王秀英', '138 0013 4821')
  for (const typed of ['王秀英', '王秀', '秀英', '王', ' 王 秀英', '4821']) {
    expect(tokens, typed).toContain(tokenFor(typed))
  }
  for (const typed of ['秀', '李', '1380', '481'])
    expect(tokens, typed).not.toContain(tokenFor(typed))
})

test('any name is found by itself as far as names are looked at', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), (name) => {
      const tidy = name.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
      if (tidy === '' || [...tidy].length > 12 || /^\d{4}$/.test(tidy)) return
      expect(tokensOf(name, null)).toContain(tokenFor(name))
    }),
  )
})

test('a name without letters and a short number make no tokens', () => {
  expect(tokensOf(null, null)).toEqual([])
  expect(tokensOf('  ', '123')).toEqual([])
})
