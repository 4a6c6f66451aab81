import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  asBody,
  bodyOf,
  insertBody,
  insertStep,
  moveStep,
  removeStep,
  rewriteHead,
  rewriteStep,
} from '../../../src/web/studio/yaml/edit-steps.ts'
import { partsOf } from '../../../src/web/studio/yaml/parts.ts'
import { moveEntry, renameKey, rewrite } from '../../../src/web/studio/yaml/rewrite.ts'

const FLOWS = resolve(import.meta.dirname, '../../../flows')

type Plain = Record<string, unknown> & { readonly steps: Record<string, unknown>[] }

const flows = readdirSync(FLOWS)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, readFileSync(join(FLOWS, name), 'utf8')] as const)

const linesOf = (text: string) => text.split('\n')
const commentsOf = (text: string) => text.match(/(?<=^|\s)#.*$/gm) ?? []

/** Lines of the old text that the new one does not have any more, in order. */
function lost(before: string, after: string): readonly string[] {
  const left = [...linesOf(after)]
  return linesOf(before).filter((line) => {
    const at = left.indexOf(line)
    if (at < 0) return true
    left.splice(at, 1)
    return false
  })
}

const word = fc.constantFrom(
  '好',
  'a: b',
  'yes',
  '{x}',
  '# no',
  "it's",
  '- 1',
  '1',
  '两行\n\n第二行',
  ' 空 ',
  '"q"',
  '[',
  '好，',
  'null',
)
const words = fc.array(word, { minLength: 1, maxLength: 3 })

describe.each(flows)('%s', (_name, text) => {
  const before = parse(text) as Plain
  const count = before.steps.length
  const index = fc.nat(count - 1)

  test('is taken apart without a rest', () => {
    const parts = partsOf(text)
    expect(parts?.steps.map(({ parsed }) => (parsed.value as unknown[])[0])).toEqual(before.steps)
    for (const { text: body, from, line } of parts?.steps ?? []) {
      expect(text.slice(from, from + body.length)).toBe(body)
      expect(linesOf(text)[line - 1]).toBe(linesOf(body)[0])
    }
  })

  test('a text that is put into any place of any step changes its own lines and no others', () => {
    fc.assert(
      fc.property(
        index,
        fc.constantFrom('ask', 'say', 'when', 'why', 'hint', 'section'),
        word,
        (at, field, value) => {
          const after = rewriteStep(text, [at, field], value)
          const step = { ...before.steps[at], [field]: value }
          expect((parse(after) as Plain).steps).toEqual(before.steps.with(at, step))
          const old = String(before.steps[at]?.[field] ?? '').split('\n').length
          expect(lost(text, after).length).toBeLessThanOrEqual(old + 1)
          expect(commentsOf(after)).toEqual(expect.arrayContaining([...commentsOf(text)]))
        },
      ),
      { numRuns: 20 },
    )
  })

  test('a field that goes takes only its own lines along', () => {
    for (const [at, step] of before.steps.entries()) {
      for (const field of Object.keys(step).filter((key) => key !== 'id')) {
        const after = rewriteStep(text, [at, field], undefined)
        const { [field]: _gone, ...rest } = step
        expect((parse(after) as Plain).steps[at]).toEqual(rest)
        expect(lost(text, after).length).toBe(linesOf(text).length - linesOf(after).length)
      }
    }
  })

  test('any step may go, come back, move or be copied; the others stay as they are written', () => {
    fc.assert(
      fc.property(index, index, (from, to) => {
        const moved = moveStep(text, from, to)
        const steps = [...before.steps]
        const [step] = steps.splice(from, 1)
        steps.splice(to, 0, step as Plain)
        expect((parse(moved) as Plain).steps).toEqual(steps)
        expect(lost(text, moved)).toEqual([])
        expect(moveStep(moved, to, from)).toBe(text)

        if (count > 1) {
          const without = removeStep(text, from)
          expect((parse(without) as Plain).steps).toEqual(before.steps.toSpliced(from, 1))
          expect(lost(without, text)).toEqual([])
        }
        const body = asBody(text, bodyOf(text, from)) ?? ''
        const copied = insertBody(text, to, body)
        expect((parse(copied) as Plain).steps).toEqual(
          before.steps.toSpliced(to, 0, before.steps[from] as Plain),
        )
        expect(lost(text, copied)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  test('whole new steps stand at any place, also behind the last one', () => {
    const step = {
      id: 'fresh',
      ask: '要吗？',
      into: 'x',
      options: { yes: { label: '要', words: ['好'] }, no: { label: '不要' } },
    }
    for (let at = 0; at <= count; at += 1) {
      const after = insertStep(text, at, step)
      expect((parse(after) as Plain).steps).toEqual(before.steps.toSpliced(at, 0, step))
      expect(lost(text, after)).toEqual([])
    }
  })

  test('options are written, named and moved one by one', () => {
    for (const [at, step] of before.steps.entries()) {
      const options = Object.entries((step.options ?? {}) as Record<string, object>)
      for (const [key] of options) {
        const wordy = rewriteStep(text, [at, 'options', key, 'words'], ['甲', '乙, 丙'])
        expect((parse(wordy) as Plain).steps[at]?.options).toEqual({
          ...(step.options as object),
          [key]: { ...(step.options as Record<string, object>)[key], words: ['甲', '乙, 丙'] },
        })
        expect(lost(text, wordy).length).toBeLessThanOrEqual(1)
      }
    }
  })

  test('slots and defaults are written where they stand', () => {
    const after = rewriteHead(text, ['slots', 'new_one'], {
      type: 'text',
      privacy: 'record',
      label: '新的',
    })
    expect((parse(after) as { slots: object }).slots).toEqual({
      ...(before.slots as object),
      new_one: { type: 'text', privacy: 'record', label: '新的' },
    })
    expect(lost(text, after).filter((line) => line !== 'slots: {}')).toEqual([])
    const tried = rewriteHead(text, ['defaults', 'retries'], 4)
    expect((parse(tried) as Plain).defaults).toEqual({ ...(before.defaults as object), retries: 4 })
    expect(lost(text, tried).length).toBe(1)
  })
})

test('a step that is written anew as a whole changes only what is different', () => {
  const [, text = ''] = flows.find(([name]) => name === 'help-request.yaml') ?? []
  const before = parse(text) as Plain
  fc.assert(
    fc.property(fc.nat(before.steps.length - 1), words, (at, list) => {
      const next = {
        ...before.steps[at],
        hint: list[0],
        options: { a: { label: 'A', words: list }, ...(before.steps[at]?.options as object) },
      }
      const after = rewriteStep(text, [at], next)
      expect((parse(after) as Plain).steps[at]).toEqual(next)
      expect(rewriteStep(after, [at], before.steps[at])).toBe(text)
    }),
    { numRuns: 12 },
  )
})

test('comments stand where they stood, behind values and above keys', () => {
  const text = `# top
a: 1 # one
# above b
b: |- # long
  x
  y
c: # list
  - 1 # first
  # above two
  - 2
d: { e: 1, f: 2 } # flow
`
  expect(rewrite(text, ['a'], '2\n3')).toBe(text.replace('a: 1 # one', 'a: |- # one\n  2\n  3'))
  expect(rewrite(text, ['b'], 'z')).toBe(text.replace('|- # long\n  x\n  y', 'z # long'))
  expect(rewrite(text, ['c', 1], 5)).toBe(text.replace('- 2', '- 5'))
  expect(rewrite(text, ['c'], [1, 2, 3])).toBe(text.replace('- 2\n', '- 2\n  - 3\n'))
  expect(rewrite(text, ['d', 'g'], 'x')).toBe(text.replace('f: 2 }', 'f: 2, g: x }'))
  expect(rewrite(text, ['d', 'e'], undefined)).toBe(text.replace('e: 1, ', ''))
  expect(rewrite(text, ['d', 'f'], undefined)).toBe(text.replace(', f: 2', ''))
  expect(moveEntry(text, ['c'], 1, 0)).toBe(
    text.replace('  - 1 # first\n  # above two\n  - 2', '  # above two\n  - 2\n  - 1 # first'),
  )
  expect(moveEntry(text, ['d'], 1, 0)).toBe(text.replace('e: 1, f: 2', 'f: 2, e: 1'))
  expect(renameKey(text, ['d', 'e'], 'yes')).toBe(text.replace('e: 1', '"yes": 1'))
})
