import { expect, test } from 'vitest'
import { learn, textOf } from '../../../../src/core/understanding/model/learn.ts'
import { ngramsOf } from '../../../../src/core/understanding/model/ngrams.ts'
import { score, scorerOf, strongest } from '../../../../src/core/understanding/model/score.ts'

const FRUIT = ['红苹果', '青苹果', '苹果汁', '吃苹果', '买苹果', '苹果树']
const REST = ['红汽车', '青石板', '橙汁', '吃米饭', '买菜', '大树', '苹果手机壳']

const samples = [
  ...FRUIT.map((text) => ({ text: textOf(ngramsOf(text)), isIn: true })),
  ...REST.map((text) => ({ text: textOf(ngramsOf(text)), isIn: false })),
]
const learned = learn('fruit', samples)
const scorer = scorerOf(learned)

test('what was learned tells the class from the rest, also in texts never seen', () => {
  expect(score(scorer, ngramsOf('黄苹果'))).toBeGreaterThan(0.5)
  expect(score(scorer, ngramsOf('黄汽车'))).toBeLessThan(0.5)
})

test('the explanation names the features that spoke for the class, loudest first, at most five', () => {
  const because = strongest(scorer, ngramsOf('黄苹果'))
  expect(because.length).toBeGreaterThan(0)
  expect(because.length).toBeLessThanOrEqual(5)
  expect(because.every((text) => '苹果…'.includes(text.charAt(0)))).toBe(true)
})

test('the same samples give the same weights', () => {
  expect(learn('fruit', samples)).toEqual(learned)
})

test('a feature that only one text has is not learned', () => {
  const alone = ngramsOf('手机壳').find((n) => n.text === '手机')
  expect(scorer.at[alone?.bucket ?? -1]).toBe(0)
})

test('stored weights are whole numbers of one byte with a step for each', () => {
  expect(learned.steps.length).toBe(learned.weights.length)
  expect(learned.weights.every((w) => Number.isInteger(w) && Math.abs(w) <= 127)).toBe(true)
})
