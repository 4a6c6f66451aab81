import { join } from 'node:path'
import { expect, test } from 'vitest'
import { partOf } from '../../../src/core/understanding/model/example.ts'
import { loadExamples } from '../../../src/edge/sources/examples.ts'
import { examplesOf } from '../../../src/edge/sources/templates.ts'

const lists = { name: 'lists.yaml', parsed: { lists: { elder: ['奶奶', '爷爷'] } } }
const groups = [{ label: 'imminent', lines: '{elder}[晕|昏]了\n{elder}叫不醒\n' }]

test('each line of a group is a template, and each sentence knows its own', () => {
  const made = examplesOf([lists, { name: 'medical.yaml', parsed: { type: 'medical', groups } }])
  expect(new Set(made.map((e) => e.from))).toEqual(new Set(['{elder}[晕|昏]了', '{elder}叫不醒']))
  expect(made).toContainEqual({
    text: '奶奶叫不醒',
    label: 'imminent',
    type: 'medical',
    from: '{elder}叫不醒',
  })
})

test('a file that does not fit is refused by name', () => {
  const wrong = { name: 'wrong.yaml', parsed: { groups: [{ label: 'awful', lines: '晕' }] } }
  expect(() => examplesOf([wrong])).toThrow(expect.objectContaining({ code: 'bad_data' }))
})

test('no template is measured with sentences that were learned from', async () => {
  const folder = join(import.meta.dirname, '../../../locales/zh-CN/examples')
  const { examples } = await loadExamples(folder)
  const parts = new Map<string, Set<string>>()
  for (const example of examples) {
    if (example.from === undefined) continue
    parts.set(example.from, (parts.get(example.from) ?? new Set()).add(partOf(example)))
  }
  expect(parts.size).toBeGreaterThan(400)
  expect([...parts.values()].every((of) => of.size === 1)).toBe(true)
  const tests = [...parts.values()].filter((of) => of.has('test')).length
  expect(tests / parts.size).toBeGreaterThan(0.25)
})
