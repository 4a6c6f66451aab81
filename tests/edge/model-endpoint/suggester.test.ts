import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSuggester } from '../../../src/edge/model-endpoint/open-suggester.ts'
import { completion, type FakeModel, openFakeModel, verdict } from '../../support/fake-model.ts'

let model: FakeModel
let time = 0
const lines: unknown[] = []

beforeAll(async () => {
  model = await openFakeModel()
})
afterAll(() => model.close())
beforeEach(() => {
  model.asked.length = 0
  lines.length = 0
})

const suggester = (patience = 2_000) =>
  openSuggester({
    ...{ url: model.url, key: 'secret-key', model: 'small', now: () => time, patience },
    log: { info: (event, facts) => void lines.push({ event, ...facts }) },
  })

test('a verdict of the schema is a suggestion; the log has a hash and codes, no words and no key', async () => {
  model.answer = verdict(['inc', 'ill'], 'watch', 'distress')
  const { suggest } = suggester()
  expect(await suggest('药费太贵吃不起了')).toEqual({
    status: 'answered',
    suggestion: {
      needs: [
        { code: 'inc', who: 'self' },
        { code: 'ill', who: 'self' },
      ],
      danger: { tier: 'watch', type: 'distress' },
    },
  })
  expect(JSON.parse(model.asked[0] ?? '')).toMatchObject({
    model: 'small',
    response_format: { type: 'json_schema', json_schema: { strict: true } },
  })
  expect(lines).toEqual([
    {
      event: 'model_asked',
      hash: expect.stringMatching(/^[\da-f]{16}$/),
      verdict: 'watch inc ill',
    },
  ])
  expect(JSON.stringify(lines)).not.toMatch(/药费|secret/)
})

test.each([
  ['prose', completion('I think this person needs help.')],
  ['an unknown need', verdict(['cash'], 'none')],
  ['a tier above its own', verdict([], 'imminent', 'suicide')],
  ['no completion', { body: '{"error": null}' }],
  ['no JSON', { body: '<html>' }],
  ['an endless answer', { body: 'x'.repeat(200_000) }],
])('%s is nonsense and no failure of the endpoint', async (_, answer) => {
  model.answer = answer
  const { suggest } = suggester()
  for (let n = 0; n < 5; n++) expect(await suggest('没钱看病')).toEqual({ status: 'nonsense' })
  expect(model.asked).toHaveLength(5)
})

test('a silent endpoint is given up in time, left alone after three failures, and tried again once a minute', async () => {
  const { suggest } = suggester(300)
  model.answer = 'silence'
  for (let n = 0; n < 5; n++) expect(await suggest('没钱看病')).toEqual({ status: 'unavailable' })
  expect(model.asked).toHaveLength(3)
  time += 61_000
  await Promise.all([suggest('没钱看病'), suggest('没钱看病')])
  expect(model.asked).toHaveLength(4)
  model.answer = verdict([], 'none')
  time += 61_000
  for (let n = 0; n < 3; n++) expect(await suggest('没钱')).toMatchObject({ status: 'answered' })
  expect(model.asked).toHaveLength(7)
})

test('a refusal and a redirect are failures: the text goes to no other address', async () => {
  const { suggest } = suggester()
  model.answer = { status: 307, body: '' }
  expect(await suggest('没钱看病')).toEqual({ status: 'unavailable' })
  model.answer = { status: 503, body: '' }
  expect(await suggest('没钱看病')).toEqual({ status: 'unavailable' })
})
