import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../../../src/core/understanding/compile.ts'
import { BUCKETS } from '../../../../src/core/understanding/model/ngrams.ts'
import { signsOf } from '../../../../src/core/understanding/model/signs.ts'
import { lexicons } from '../hear.ts'

const compiled = compile(lexicons)
const namesIn = (text: string) => signsOf(text, compiled).map((s) => s.text)

test('a word is heard by what it is about, alone and with what stands before it', () => {
  expect(namesIn('醉了揍我')).toEqual(expect.arrayContaining(['#drunk', '#hit', '#drunk+hit']))
})

test('another word of the same line makes the same feature', () => {
  expect(namesIn('殴')).toEqual(namesIn('揍'))
})

test('what stands inside a longer word is not heard: a call is no blow', () => {
  expect(namesIn('打电话')).not.toContain('#hit')
  expect(namesIn('打我')).toContain('#hit')
})

test('signs far apart tell nothing about each other', () => {
  expect(namesIn(`揍${'好'.repeat(20)}刀`)).not.toContain('#hit>weapon')
  expect(namesIn('揍好好刀')).toContain('#hit>weapon')
})

test('any text has signs in range, each once, and a text without words has none', () => {
  expect(signsOf('', compiled)).toEqual([])
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('打', '我', '没', '饭', '死', 'a') }), (text) => {
      const signs = signsOf(text, compiled)
      expect(new Set(signs.map((s) => s.text)).size).toBe(signs.length)
      expect(signs.every((s) => s.bucket >= 0 && s.bucket < BUCKETS)).toBe(true)
    }),
  )
})
