import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compile } from '../../src/core/understanding/compile.ts'
import { type Example, isOrdinary, partOf } from '../../src/core/understanding/model/example.ts'
import { measureDanger } from '../../src/core/understanding/model/measure-danger.ts'
import { understand } from '../../src/core/understanding/understand.ts'
import { loadExamples } from '../../src/edge/sources/examples.ts'
import { loadLexicons } from '../../src/edge/sources/lexicons.ts'
import { loadWeights } from '../../src/edge/sources/weights.ts'

/**
 * The gate: a change of rules, examples or weights that hears less danger, or cries wolf more often,
 * is refused. The figures behind the floors are in docs/explanation/understanding.md; raise a floor
 * when the figure has risen, never lower one to let a change pass.
 */
const FLOORS = {
  /** Of the test part: its lines were open to whoever wrote the rules. */
  testHeard: 0.9,
  testNoted: 0.9,
  /** Of the lines that neither rules nor weights have seen. */
  heldOutHeard: 0.6,
  heldOutNoted: 0.66,
}

const CEILINGS = {
  /** Amounts, names, yes and no: what most turns are. */
  answers: 0.005,
  /** The same and stories of need, which come close to danger. */
  ordinary: 0.025,
  /** Written to deceive. */
  lookAlikes: 0.06,
  heldOutCalm: 0.05,
}

type HeldOut = { readonly text: string; readonly label: 'danger' | 'calm' }

const chinese = join(import.meta.dirname, '../../locales/zh-CN')
const lexicons = await loadLexicons(join(chinese, 'understanding'))
const weights = await loadWeights(join(chinese, 'weights/danger.json'))
const { examples } = await loadExamples(join(chinese, 'examples'))
const both = measureDanger(examples, weights, compile(lexicons)).find((f) => f.by === 'both')
const heldOut = readFileSync(join(import.meta.dirname, 'crisis-held-out.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): HeldOut => JSON.parse(line))

const NOW = Date.parse('2026-11-21T12:00:00+08:00')
const tierOf = (text: string) =>
  understand(text, { expects: 'open', now: NOW }, { lexicons, weights }).crisis.tier
const isAlarm = (text: string) => ['high', 'imminent'].includes(tierOf(text))

function shareOf(texts: readonly string[], is: (text: string) => boolean): number {
  return texts.filter(is).length / texts.length
}

const labelled = (label: HeldOut['label']) =>
  heldOut.filter((h) => h.label === label).map((h) => h.text)

test('danger in the test part is heard as well as it was', () => {
  expect(both?.heard.of).toBeGreaterThan(200)
  expect((both?.heard.hits ?? 0) / (both?.heard.of ?? 1)).toBeGreaterThanOrEqual(FLOORS.testHeard)
  expect((both?.noted.hits ?? 0) / (both?.noted.of ?? 1)).toBeGreaterThanOrEqual(FLOORS.testNoted)
})

test('danger in words that nobody has tuned for is heard as well as it was', () => {
  const danger = labelled('danger')
  expect(danger.length).toBeGreaterThan(100)
  expect(shareOf(danger, isAlarm)).toBeGreaterThanOrEqual(FLOORS.heldOutHeard)
  expect(shareOf(danger, (t) => tierOf(t) !== 'none')).toBeGreaterThanOrEqual(FLOORS.heldOutNoted)
})

test('answers to questions of the form hardly ever raise an alarm', () => {
  const answers = examples.filter((e: Example) => e.label === 'none')
  const unseen = answers.filter((e) => partOf(e) === 'test').map((e) => e.text)
  expect(unseen.length).toBeGreaterThan(200)
  expect(shareOf(unseen, isAlarm)).toBeLessThanOrEqual(CEILINGS.answers)
})

test('stories of need and look-alikes raise no more alarms than they did', () => {
  const unseen = examples.filter((e) => partOf(e) === 'test')
  const ordinary = unseen.filter(isOrdinary).map((e) => e.text)
  const alike = unseen.filter((e) => e.label === 'alike').map((e) => e.text)
  expect(shareOf(ordinary, isAlarm)).toBeLessThanOrEqual(CEILINGS.ordinary)
  expect(shareOf(alike, isAlarm)).toBeLessThanOrEqual(CEILINGS.lookAlikes)
  expect(shareOf(labelled('calm'), isAlarm)).toBeLessThanOrEqual(CEILINGS.heldOutCalm)
})

test('what is held out was never learned from', () => {
  const known = new Set(examples.map((e) => e.text))
  expect(heldOut.filter((h) => known.has(h.text))).toEqual([])
})
