import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { FLOW_PROBLEMS } from '../../../src/core/dialog/check/flow-problem.ts'
import type { Wording } from '../../../src/core/dialog/check/wording.ts'
import { checkFlow } from '../../../src/web/studio/checks/check-flow.ts'
import { FORM_CODES, readFlow } from '../../../src/web/studio/checks/read-flow.ts'
import { conditionOfRows, rowsOfCondition } from '../../../src/web/studio/conditions/rows.ts'
import { mergeFlows } from '../../../src/web/studio/draft/merge-flow.ts'
import { placeIn } from '../../../src/web/studio/yaml/complete-flow.ts'
import { rewriteStep } from '../../../src/web/studio/yaml/edit-steps.ts'
import { partsOf } from '../../../src/web/studio/yaml/parts.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const PATH = 'flows/help-request.yaml'
const help = read(PATH)

function flowOf(text: string) {
  const parts = partsOf(text)
  const { flow } = parts ? readFlow(parts) : { flow: null }
  if (!flow) throw new Error('no flow')
  return flow
}

const others = new Map(
  readdirSync(join(ROOT, 'flows'))
    .filter((name) => name.endsWith('.yaml') && name !== 'help-request.yaml')
    .map((name) => [`flows/${name}`, flowOf(read(`flows/${name}`))] as const),
)
const wording = parse(read('locales/zh-CN/wording.yaml')) as Wording
const beside = { others, wording, translations: {}, before: flowOf(help) }
const look = (text: string) =>
  checkFlow(PATH, text, beside).filter(({ code }) => !code.endsWith('_translation'))

test('the shipped flows have no fault, and every finding has its words', () => {
  expect(look(help)).toEqual([])
  const words = (parse(read('locales/zh-CN/studio/checks.yaml')) as { code: object }).code
  const codes = [...FLOW_PROBLEMS, ...FORM_CODES, 'no_list', 'bad_data', 'bad_talk', 'talk_failed']
  expect(codes.filter((code) => !(code in words))).toEqual([])
})

describe('a fault is found where it is', () => {
  const lineOf = (text: string, part: string) =>
    text.slice(0, text.indexOf(part)).split('\n').length

  test.each([
    ['into: for_whom', 'into: nothing', 'no_such_slot', 'for_whom'],
    ['- id: for_whom', '- id: welcome', 'duplicate_step', 'welcome'],
    ['- id: saved\n', '- id: bye\n', 'duplicate_step', 'bye'],
    ['goto: no_consent', 'goto: nowhere', 'no_such_step', 'consent'],
    ['ask: 这次是谁需要帮助？', 'ask: 这次是谁需要帮助？行吗？', 'two_questions', 'for_whom'],
    ['when: known(for_whom)', 'when: known(for_wham)', 'bad_condition', 'subject_agrees'],
    ['checkpoint: true', 'checkpoint: 3', 'form_type', 'urgent'],
    ['max: 10 }', 'max: 100 }', 'form_too_big', 'situation'],
    ['exclusive: true', 'exclusif: true', 'form_unknown', 'urgent'],
    ['urgency: same_day, words: [没饭吃', 'urgency: soon, words: [没饭吃', 'form_value', 'urgent'],
    ['    into: send\n', '', 'form_missing', 'summary'],
    ['no_food: { label', 'no_food: [ label', 'unreadable', ''],
  ])('%s → %s', (from, to, code, step) => {
    const broken = help.replace(from, to)
    const found = look(broken).find((each) => each.code === code)
    expect(found).toMatchObject({ code, level: code === 'two_questions' ? 'warning' : 'error' })
    if (step !== '') expect(found?.step).toBe(step)
    expect(Math.abs((found?.line ?? 0) - lineOf(help, from.trim()))).toBeLessThan(12)
  })

  test('after an edit only the step that was changed is read anew', () => {
    const more = Array.from(
      { length: 1_000 },
      (_, at) => `  - id: s${at}\n    say: 第 ${at} 句。\n`,
    )
    const long = help.replace('  - id: no_consent', `${more.join('\n')}\n  - id: no_consent`)
    partsOf(long)
    const edited = rewriteStep(long, [500, 'say'], '改了。')
    const began = performance.now()
    const parts = partsOf(edited)
    expect(performance.now() - began).toBeLessThan(100)
    expect(parts?.steps.length).toBeGreaterThan(1_000)
  })
})

describe('two drafts of one flow', () => {
  const at = (id: string) =>
    (partsOf(help)?.steps ?? []).findIndex(({ text }) => text.includes(`- id: ${id}\n`))
  const change = (text: string, id: string, field: string, value: string) =>
    rewriteStep(text, [at(id), field], value)

  test('what only one of them changed is put together', () => {
    const mine = change(help, 'phone', 'why', '甲')
    const theirs = change(help, 'need', 'why', '乙')
    const merged = mergeFlows({ base: help, mine, theirs }, new Set())
    expect(merged).toMatchObject({ clashes: [], taken: ['need'] })
    expect(merged?.text).toBe(change(mine, 'need', 'why', '乙'))
  })

  test('what both changed is asked, and nothing is lost either way', () => {
    const mine = change(help, 'phone', 'why', '甲')
    const theirs = change(help, 'phone', 'why', '乙')
    const three = { base: help, mine, theirs }
    expect(mergeFlows(three, new Set())?.clashes.map(({ step }) => step)).toEqual(['phone'])
    expect(mergeFlows(three, new Set())?.text).toBe(mine)
    expect(mergeFlows(three, new Set(['phone']))?.text).toBe(theirs)
  })

  test('a step that they put in or took out is there or gone', () => {
    const added = help.replace('  - id: need\n', '  - id: fresh\n    say: 好的。\n\n  - id: need\n')
    const mine = change(help, 'phone', 'why', '甲')
    expect(mergeFlows({ base: help, mine, theirs: added }, new Set())?.text).toBe(
      change(added, 'phone', 'why', '甲'),
    )
    expect(mergeFlows({ base: added, mine: added, theirs: help }, new Set())?.text).toBe(help)
  })
})

test.each([
  ['known(a)', [{ fact: 'a', op: 'known', values: [] }]],
  ['not(known(a))', [{ fact: 'a', op: 'unknown', values: [] }]],
  ['a in ("x", "y")', [{ fact: 'a', op: 'in', values: ['x', 'y'] }]],
  [
    'list contains(m, "x") and n >= 3',
    [
      { fact: 'm', op: 'contains', values: ['x'] },
      { fact: 'n', op: '>=', values: [3] },
    ],
  ],
  ['some u in m satisfies u = "x"', null],
])('%s is read as rows, and written as the same condition', (text, rows) => {
  const read = rowsOfCondition(text)
  expect(read?.rows ?? null).toEqual(rows)
  if (read) expect(rowsOfCondition(conditionOfRows(read))).toEqual(read)
})

test.each([
  ['kind: ', [], 'kind'],
  ['slots:\n  a: { type: ', ['slots', 'a'], 'type'],
  ['slots:\n  a: { ', ['slots', 'a'], null],
  ['steps:\n  - id: x\n    ', ['steps', '*'], null],
  ['steps:\n  - id: x\n    goto: ', ['steps', '*'], 'goto'],
  [
    'steps:\n  - id: x\n    options:\n      yes: { label: a, urgency: ',
    ['steps', '*', 'options', 'yes'],
    'urgency',
  ],
  [
    'steps:\n  - id: x\n    questions:\n      - id: q\n        ',
    ['steps', '*', 'questions', '*'],
    null,
  ],
  ['defaults:\n  silence:\n    - after: 7d\n      ', ['defaults', 'silence', '*'], null],
  ['steps:\n  - id: x\n    do: [{ ', ['steps', '*', 'do', '*'], null],
])('at the end of %j one stands at %j %j', (text, path, key) => {
  expect(placeIn(text)).toEqual({ path, key })
})
