import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Weights } from '../../../src/core/understanding/model/weights.ts'
import { run } from '../../../src/edge/cli/commands/train.ts'
import { loadExamples } from '../../../src/edge/sources/examples.ts'
import { loadLexicons } from '../../../src/edge/sources/lexicons.ts'
import { loadWeights } from '../../../src/edge/sources/weights.ts'

const chinese = join(import.meta.dirname, '../../../locales/zh-CN')
const all = await loadExamples(join(chinese, 'examples'))
const used = await loadWeights(join(chinese, 'weights/danger.json'))
const few = { hash: 'few', examples: all.examples.filter((_, i) => i % 10 === 0) }

async function hearth(args: readonly string[], before: Weights | undefined = used) {
  const printed: string[] = []
  const saved: string[] = []
  const code = await run(args, {
    stdout: { write: (text: string) => printed.push(text) },
    lexicons: () => loadLexicons(join(chinese, 'understanding')),
    examples: async () => few,
    weights: async () => before,
    save: async (text) => {
      saved.push(text)
    },
  })
  return { code, saved, printed: printed.join('') }
}

test('training writes weights that name the examples, and prints what they are worth', async () => {
  const { code, saved, printed } = await hearth([], undefined)
  expect(code).toBe(0)
  expect(JSON.parse(saved[0] ?? '')).toMatchObject({ examples: 'few' })
  expect(printed).toMatch(/^rules .*\nmodel .*\nboth /)
})

test('--check writes nothing and says when the weights come from other examples', async () => {
  expect(await hearth(['--check'])).toMatchObject({ code: 1, saved: [] })
  const fresh = { ...used, examples: 'few' }
  expect(await hearth(['--check'], fresh)).toMatchObject({ code: 0, saved: [] })
})

test('--json prints the figures of rules, model and both', async () => {
  const { printed } = await hearth(['--check', '--json'])
  expect(JSON.parse(printed).map((f: { by: string }) => f.by)).toEqual(['rules', 'model', 'both'])
})

test('--help explains, an unknown option is refused', async () => {
  expect(await hearth(['--help'])).toMatchObject({ code: 0, saved: [] })
  expect(await hearth(['--fast'])).toMatchObject({ code: 2, saved: [] })
})
