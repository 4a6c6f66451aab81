import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compile } from '../../src/core/understanding/compile.ts'
import { isDanger, isStory, partOf } from '../../src/core/understanding/model/example.ts'
import { trainDanger } from '../../src/core/understanding/model/train-danger.ts'
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
  /** Of written lines that the weights have not seen; whoever wrote the rules could. */
  writtenHeard: 0.9,
  /** Of sentences whose whole template the weights have not seen. */
  templatesHeard: 0.885,
  /** Of lines that neither rules nor weights have seen. */
  /** Of families of lines that the weights have not seen, veiled and told in a roundabout way. */
  familiesHeard: 0.72,
  heldOutHeard: 0.905,
  heldOutNoted: 0.95,
}

const CEILINGS = {
  /** Amounts, names, yes and no: what most turns are. */
  answers: 0.003,
  /** What is told: hardship, illness that is looked after, need. Close to danger, one turn in seven. */
  told: 0.015,
  /** Twelve answers to two things told, as turns of a chat are. */
  chat: 0.002,
  /** Written to deceive. */
  lookAlikes: 0.055,
  /** Calm lines of the same families: the words of danger, line by line. */
  familiesCalm: 0.2,
  heldOutCalm: 0.05,
}

type HeldOut = { readonly text: string; readonly label: 'danger' | 'calm' }

const chinese = join(import.meta.dirname, '../../locales/zh-CN')
const lexicons = await loadLexicons(join(chinese, 'understanding'))
const weights = await loadWeights(join(chinese, 'weights/danger.json'))
const { examples, hash } = await loadExamples(join(chinese, 'examples'))
const compiled = compile(lexicons)
/** The weights in use have learned from all examples; these have never seen the test part. */
const apart = trainDanger(
  examples.filter((e) => partOf(e) === 'train'),
  hash,
  compiled,
)
const kept = examples.filter((e) => partOf(e) === 'test')
const unseen = kept.filter((e) => e.family === undefined)
const families = kept.filter((e) => e.family !== undefined)
const heldOut = readFileSync(join(import.meta.dirname, 'crisis-held-out.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): HeldOut => JSON.parse(line))

const NOW = Date.parse('2026-11-21T12:00:00+08:00')
const tierOf = (text: string, listening = weights) =>
  understand(text, { expects: 'open', now: NOW }, { lexicons, weights: listening }).crisis.tier
const isAlarm = (text: string) => ['high', 'imminent'].includes(tierOf(text))
const isAlarmApart = (text: string) => ['high', 'imminent'].includes(tierOf(text, apart))

function shareOf(texts: readonly string[], is: (text: string) => boolean): number {
  return texts.filter(is).length / texts.length
}

const labelled = (label: HeldOut['label']) =>
  heldOut.filter((h) => h.label === label).map((h) => h.text)

test('danger in the test part is heard as well as it was', () => {
  const danger = unseen.filter(isDanger)
  const written = danger.filter((e) => e.from === undefined).map((e) => e.text)
  const templates = danger.filter((e) => e.from !== undefined).map((e) => e.text)
  expect(Math.min(written.length, templates.length)).toBeGreaterThan(300)
  expect(shareOf(written, isAlarmApart)).toBeGreaterThanOrEqual(FLOORS.writtenHeard)
  expect(shareOf(templates, isAlarmApart)).toBeGreaterThanOrEqual(FLOORS.templatesHeard)
})

test('danger of a kind that was never learned is heard as well as it was', () => {
  const danger = families.filter(isDanger).map((e) => e.text)
  const calm = families.filter((e) => !isDanger(e)).map((e) => e.text)
  expect(Math.min(danger.length, calm.length)).toBeGreaterThan(100)
  expect(shareOf(danger, isAlarmApart)).toBeGreaterThanOrEqual(FLOORS.familiesHeard)
  expect(shareOf(calm, isAlarmApart)).toBeLessThanOrEqual(CEILINGS.familiesCalm)
})

test('danger in words that nobody has tuned for is heard as well as it was', () => {
  const danger = labelled('danger')
  expect(danger.length).toBeGreaterThan(100)
  expect(shareOf(danger, isAlarm)).toBeGreaterThanOrEqual(FLOORS.heldOutHeard)
  expect(shareOf(danger, (t) => tierOf(t) !== 'none')).toBeGreaterThanOrEqual(FLOORS.heldOutNoted)
})

test('calm turns hardly ever raise an alarm', () => {
  const answers = unseen.filter((e) => e.label === 'none').map((e) => e.text)
  const told = unseen.filter(isStory).map((e) => e.text)
  expect(Math.min(answers.length, told.length)).toBeGreaterThan(200)
  const [ofAnswers, ofTold] = [shareOf(answers, isAlarmApart), shareOf(told, isAlarmApart)]
  expect(ofAnswers).toBeLessThanOrEqual(CEILINGS.answers)
  expect(ofTold).toBeLessThanOrEqual(CEILINGS.told)
  expect((12 * ofAnswers + 2 * ofTold) / 14).toBeLessThanOrEqual(CEILINGS.chat)
})

test('look-alikes raise no more alarms than they did', () => {
  const alike = unseen.filter((e) => e.label === 'alike').map((e) => e.text)
  expect(shareOf(alike, isAlarmApart)).toBeLessThanOrEqual(CEILINGS.lookAlikes)
  expect(shareOf(labelled('calm'), isAlarm)).toBeLessThanOrEqual(CEILINGS.heldOutCalm)
})

test('what is held out was never learned from', () => {
  const known = new Set(examples.map((e) => e.text))
  expect(heldOut.filter((h) => known.has(h.text))).toEqual([])
})
