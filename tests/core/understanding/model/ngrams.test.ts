import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../../../src/core/understanding/compile.ts'
import { featuresOf } from '../../../../src/core/understanding/model/features.ts'
import { BUCKETS, ngramsOf } from '../../../../src/core/understanding/model/ngrams.ts'
import { score, scoreText } from '../../../../src/core/understanding/model/score.ts'
import { shapeOf } from '../../../../src/core/understanding/model/shape.ts'
import { lexicons } from '../hear.ts'

const compiled = compile(lexicons)

test('a text is its runs of one to three characters and its pairs with a gap', () => {
  expect(ngramsOf('打了我').map((n) => n.text)).toEqual([
    '打',
    '打了',
    '打了我',
    '打…我',
    '了',
    '了我',
    '我',
  ])
})

test('a pair with a gap is another feature than the same characters side by side', () => {
  const bucket = (shape: string, text: string) =>
    ngramsOf(shape).find((n) => n.text === text)?.bucket
  expect(bucket('打了我', '打…我')).not.toBe(bucket('打我', '打我'))
})

test('each bucket comes once, however often a character is written', () => {
  expect(ngramsOf('死死死死死死').map((n) => n.text)).toEqual(['死', '死死', '死死死', '死…死'])
})

test('any text has features in range, and the same ones again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const ngrams = ngramsOf(text)
      expect(ngrams.every((n) => n.bucket >= 0 && n.bucket < BUCKETS)).toBe(true)
      expect(new Set(ngrams.map((n) => n.bucket)).size).toBe(ngrams.length)
      expect(ngramsOf(text)).toEqual(ngrams)
    }),
  )
})

test('whose mother it is, how many and which comma does not matter', () => {
  const shapes = ['老伴晕倒了，2次', '婆婆晕倒了 13次', '爷爷晕倒了。。5次'].map((t) =>
    shapeOf(t, compiled),
  )
  expect(new Set(shapes).size).toBe(1)
  expect(shapes[0]).toMatch(/^\^K晕倒了 0次\$$/)
})

test('a child is told from the others of the family', () => {
  expect(shapeOf('孙子不见了', compiled)).not.toBe(shapeOf('老伴不见了', compiled))
})

test('a text is scored the same with and without naming its features', () => {
  const at = Float32Array.from({ length: BUCKETS }, (_, i) => ((i * 7919) % 255) - 127)
  const scorer = { name: 'any', bias: -1, at: at.map((n) => n / 500) }
  const word = fc.constantFrom(
    '没钱',
    '老伴',
    '打我',
    '药',
    '断了',
    ' ',
    '，',
    '3000',
    '儿子',
    'ok',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (words) => {
      const text = words.join('')
      expect(scoreText(scorer, text, compiled)).toBe(score(scorer, featuresOf(text, compiled)))
    }),
  )
})
