import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { compareFlows } from '../../../../src/core/dialog/compare/compare-flows.ts'
import { compareLines } from '../../../../src/core/dialog/compare/compare-lines.ts'
import { compareValues } from '../../../../src/core/dialog/compare/compare-values.ts'

const FLOW = parse(`
title: 求助
slots: { who: { type: choice, of: [self, other], label: 谁 }, phone: { type: phone, label: 电话 } }
steps:
  - { id: hello, say: 您好 }
  - id: who
    ask: 是谁？
    into: who
    options: { self: { label: 我 }, other: { label: 别人, words: [朋友] } }
  - { id: phone, ask: 电话？, into: phone, when: 'who = "self"' }
  - id: block
    adaptive: { model: m, max: 3 }
    questions: [{ id: q_a, ask: 甲？ }, { id: q_b, ask: 乙？ }]
  - { id: bye, end: done }
`)

const changed = (from: string, to: string) =>
  compareFlows(FLOW, JSON.parse(JSON.stringify(FLOW).replace(from, to)))

test('a flow compared with itself has no change, whatever the order of its keys', async () => {
  for (const name of ['help-request', 'my-case', 'crisis']) {
    const text = await readFile(`flows/${name}.yaml`, 'utf8')
    expect(compareFlows(parse(text), parse(text))).toEqual([])
  }
  const turned = { ...FLOW, slots: { phone: FLOW.slots.phone, who: FLOW.slots.who } }
  expect(compareFlows(FLOW, turned)).toEqual([])
})

test('each kind of change is told with its step and place', () => {
  expect(changed('是谁？', '替谁问？')).toEqual([
    {
      code: 'text_changed',
      step: 'who',
      at: [2],
      ...{ field: 'ask', from: '是谁？', to: '替谁问？' },
    },
  ])
  expect(changed('别人', '亲戚朋友')[0]).toEqual({
    ...{ code: 'option_renamed', step: 'who', at: [2], about: 'other', option: 2 },
    ...{ from: '别人', to: '亲戚朋友' },
  })
  expect(changed('["朋友"]', '["朋友","邻居"]')[0]).toMatchObject({
    ...{ code: 'option_changed', field: 'words', from: '["朋友"]', to: '["朋友","邻居"]' },
  })
  expect(changed('who = \\"self\\"', 'who = \\"other\\"')[0]).toMatchObject({
    ...{ code: 'condition_changed', step: 'phone', at: [3], from: 'who = "self"' },
  })
  expect(changed(',"when":"who = \\"self\\""', '')[0]).toMatchObject({
    ...{ code: 'condition_changed', from: 'who = "self"', to: null },
  })
  expect(changed('甲？', '甲呢？')[0]).toMatchObject({ step: 'q_a', at: [4, 1], field: 'ask' })
  expect(changed('"max":3', '"max":4')[0]).toMatchObject({
    code: 'setting_changed',
    field: 'adaptive',
  })
  expect(changed('"label":"谁"', '"label":"谁求助"')[0]).toEqual({
    ...{ code: 'slot_changed', about: 'who', field: 'label', from: '谁', to: '谁求助' },
  })
  expect(changed('"title":"求助"', '"title":"居民求助"')[0]).toEqual({
    ...{ code: 'flow_changed', field: 'title', from: '求助', to: '居民求助' },
  })
})

test('of steps that changed places the fewest are told as moved', () => {
  const [hello, who, phone, block, bye] = FLOW.steps
  const moved = compareFlows(FLOW, { ...FLOW, steps: [hello, phone, who, block, bye] })
  expect(moved).toHaveLength(1)
  expect(moved[0]).toMatchObject({ code: 'step_moved' })
  const extra = { id: 'extra', ask: '还有吗？' }
  expect(compareFlows(FLOW, { ...FLOW, steps: [hello, extra, who, block, bye] })).toEqual([
    { code: 'step_added', step: 'extra', at: [2], to: '还有吗？' },
    { code: 'step_removed', step: 'phone', at: [3], from: '电话？' },
  ])
})

test('options come, go and change places', () => {
  const [hello, who, ...rest] = FLOW.steps
  const options = { third: { label: '第三' }, other: who.options.other, self: who.options.self }
  const found = compareFlows(FLOW, { ...FLOW, steps: [hello, { ...who, options }, ...rest] })
  expect(found.map(({ code, about }) => `${code} ${about}`)).toEqual([
    'option_added third',
    expect.stringMatching(/^option_moved (self|other)$/),
  ])
})

const json = fc.jsonValue({ maxDepth: 3 })

test('documents of any kind: no change exactly when they are the same, and never a throw', () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(compareValues(a, structuredClone(a))).toEqual([])
      compareFlows(a, b)
      const found = compareValues({ a }, { a: b })
      if (found.length === 0) expect(sorted(a)).toBe(sorted(b))
    }),
    { numRuns: 300 },
  )
})

/** JSON with its keys in order; -0 is 0. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, each) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}

test('entries of lists are known by their name', () => {
  const before = {
    lines: [
      { id: 'a', number: '120' },
      { id: 'b', number: '110' },
    ],
    days: [1, 2],
  }
  const after = {
    lines: [
      { id: 'b', number: '110' },
      { id: 'a', number: '119' },
    ],
    days: [2, 3],
  }
  const found = compareValues(before, after)
  expect(found).toContainEqual({ path: ['lines', 'a', 'number'], from: '120', to: '119' })
  expect(found.filter(({ moved }) => moved)).toHaveLength(1)
  expect(found).toContainEqual({ path: ['days', '3'], from: null, to: '3' })
  expect(found).toContainEqual({ path: ['days', '1'], from: '1', to: null })
})

const line = fc.constantFrom('a', 'b', 'c', '')
const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.map((l) => `${l}\n`).join(''))

test('line by line: the old text without what went is the new one without what came', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = compareLines(before, after)
      const gone = new Set(found.flatMap((l) => (l.kind === 'removed' ? [l.old] : [])))
      const came = new Set(found.flatMap((l) => (l.kind === 'added' ? [l.new] : [])))
      const left = (whole: string, out: ReadonlySet<number | null>) =>
        whole.split('\n').filter((_, at) => !out.has(at + 1))
      expect(left(before, gone)).toEqual(left(after, came))
      if (before === after) expect(gone.size + came.size).toBe(0)
    }),
    { numRuns: 300 },
  )
})

test('far lines are skipped, and two wholly different texts of thousands of lines cost little', () => {
  const many = Array.from({ length: 60 }, (_, n) => `line ${n}`)
  const after = many.with(30, 'other')
  const kinds = compareLines(many.join('\n'), after.join('\n')).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'skipped')).toHaveLength(2)
  expect(kinds.filter((kind) => kind === 'same')).toHaveLength(6)
  const [a, b] = ['x', 'y'].map((sign) =>
    Array.from({ length: 4_000 }, (_, n) => `${sign}${n}`).join('\n'),
  ) as [string, string]
  const began = performance.now()
  expect(compareLines(a, b)).toHaveLength(8_000)
  expect(performance.now() - began).toBeLessThan(2_000)
})
