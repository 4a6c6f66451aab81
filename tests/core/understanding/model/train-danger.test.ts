import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compile } from '../../../../src/core/understanding/compile.ts'
import { trainDanger } from '../../../../src/core/understanding/model/train-danger.ts'
import { writtenWeights } from '../../../../src/core/understanding/model/written-weights.ts'
import { loadExamples } from '../../../../src/edge/sources/examples.ts'
import { loadWeights } from '../../../../src/edge/sources/weights.ts'
import { lexicons } from '../hear.ts'

const FOLDER = join(import.meta.dirname, '../../../../locales/zh-CN')
const { examples, hash } = await loadExamples(join(FOLDER, 'examples'))
const used = await loadWeights(join(FOLDER, 'weights/danger.json'))

test('the weights in use were learned from the examples as they stand', () => {
  expect(used.examples, 'run: npm run -s hearth -- train').toBe(hash)
})

test('training twice writes the same bytes, and under a megabyte', { timeout: 60_000 }, () => {
  const few = examples.filter((_, i) => i % 10 === 0)
  const train = () => writtenWeights(trainDanger(few, hash, compile(lexicons)))
  expect(train()).toBe(train())
  expect(writtenWeights(used).length).toBeLessThan(1_000_000)
})

test('what is written can be read back unchanged', () => {
  expect(JSON.parse(writtenWeights(used))).toEqual(used)
})

test('a note comes before an alarm', () => {
  expect(used.watch).toBeLessThan(used.high)
})
