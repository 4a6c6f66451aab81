import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openQuestion } from '../../../src/core/contract/open-question.ts'
import { withoutOptions } from '../../../src/core/contract/without-options.ts'
import { numbered } from '../../../src/core/events/outgoing.ts'

test('buttons and text never say the options twice: the numbered lines come off again', () => {
  const options = fc
    .array(fc.string(), { maxLength: 9 })
    .map((labels) => labels.map((label, at) => ({ id: `step#${at}`, label })))
  fc.assert(
    fc.property(fc.string(), options, (text, options) => {
      const shown = numbered({ from: 'bot', text, options, urgency: 'question' })
      expect(withoutOptions({ text: shown, options })).toBe(text)
    }),
  )
})

test('a text that does not end with its options stays whole', () => {
  expect(withoutOptions({ text: '可以吗？', options: [{ label: '可以' }] })).toBe('可以吗？')
})

test.each([
  [[], -1],
  [[{ from: 'bot' }], -1],
  [[{ from: 'bot', options: [1] }], 0],
  [[{ from: 'bot', options: [1] }, { from: 'system' }], 0],
  [[{ from: 'bot', options: [1] }, { from: 'adviser' }], -1],
  [[{ from: 'bot', options: [1] }, { from: 'resident' }], -1],
  [[{ from: 'bot', options: [1] }, { from: 'resident' }, { from: 'bot', options: [1] }], 2],
])('of %j the open question is at %i', (messages, at) => {
  expect(openQuestion(messages)).toBe(at)
})
