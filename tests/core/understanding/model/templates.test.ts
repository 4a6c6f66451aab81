import { expect, test } from 'vitest'
import { sentencesOf } from '../../../../src/core/understanding/model/templates.ts'

const LISTS = { elder: ['奶奶', '爷爷'], room: ['厕所', '灶间'] }
const plain = (text: string) => text.replaceAll(/[，\s]/gu, '')

test('a choice gives one of its parts, a list one of its words', () => {
  const made = sentencesOf('{elder}[倒|摔]在{room}', LISTS, 20)
  expect(made.length).toBeGreaterThan(4)
  expect(made.every((text) => /^(?:奶奶|爷爷)[倒摔]在(?:厕所|灶间)$/u.test(text))).toBe(true)
})

test('choices hold choices and lists, and a mark leaves out what stands before it', () => {
  const made = new Set(sentencesOf('[{elder}晕了?|没事]', LISTS, 20).map(plain))
  expect([...made].sort()).toEqual(['奶奶晕', '奶奶晕了', '没事', '爷爷晕', '爷爷晕了'].sort())
})

test('commas come and go as people type them', () => {
  const made = sentencesOf('[一|二|三|四|五|六]，好', LISTS, 20)
  expect(made.some((text) => text.includes('，'))).toBe(true)
  expect(made.some((text) => text.includes(' '))).toBe(true)
})

test('a template gives the same sentences every time, none twice, at most as many as asked for', () => {
  const template = '{elder}在{room}[，|]等我'
  const made = sentencesOf(template, LISTS, 5)
  expect(sentencesOf(template, LISTS, 5)).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
  expect(made.length).toBeLessThanOrEqual(5)
})
