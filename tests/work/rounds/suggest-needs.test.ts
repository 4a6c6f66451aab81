import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSuggester } from '../../../src/edge/model-endpoint/open-suggester.ts'
import { type FakeModel, openFakeModel, verdict } from '../../support/fake-model.ts'
import { openHelpedHouse } from '../../support/helped-house.ts'
import { ASKING } from '../../support/real-desk.ts'

let model: FakeModel
let house: Awaited<ReturnType<typeof openHelpedHouse>>

beforeEach(async () => {
  model = await openFakeModel()
  const log = { info: () => {} }
  const suggester = openSuggester({ url: model.url, model: 'small', now: Date.now, log })
  house = await openHelpedHouse({ suggester })
})
afterEach(async () => {
  await house.close()
  await model.close()
})

const STORY = '我是王秀英，住华院居委8弄203室，电话13800134821，老伴住院，钱不够，家里没人照顾'

async function ask(story: string) {
  const resident = house.resident()
  for (const text of ASKING) await resident.says(text.startsWith('老伴') ? story : text)
  const before = await resident.heard()
  await house.rounds()
  return { resident, before }
}

test('before consent no story leaves the house', async () => {
  await house.resident().says('我叫王秀英，老伴住院了，钱不够，家里没人照顾他')
  await house.rounds()
  expect(model.asked).toEqual([])
})

test('what leaves the house tells nobody who wrote, and the resident hears nothing of it', async () => {
  model.answer = verdict(['soc'], 'none')
  const { resident, before } = await ask(STORY)
  expect(model.asked.length).toBeGreaterThan(0)
  const sent = model.asked.join()
  for (const word of ['王秀英', '秀英', '华院', '203', '8弄', '13800134821', '4821'])
    expect(sent).not.toContain(word)
  expect(sent).toContain('老伴住院')
  expect(await resident.heard()).toEqual(before)
})

test('a need that only the model heard stands once in the history, unconfirmed; the case stays as it was', async () => {
  model.answer = verdict(['edu', 'edu', 'ill'], 'none')
  await ask(STORY)
  await house.rounds()
  const { events, file, row } = await house.newest()
  const suspected = events.filter(({ kind }) => kind === 'need_suspected')
  expect(suspected.map(({ detail }) => detail.code)).toContain('edu')
  expect(suspected.filter(({ detail }) => detail.code === 'edu')).toHaveLength(1)
  expect(suspected[0]).toMatchObject({ actor: 'helper', detail: { rule: 'model' } })
  expect(file.heard.some(({ code }) => code === 'edu')).toBe(false)
  expect(row.crisis).toBe(null)
  expect(await house.alerts()).toEqual([])
})

test('danger rises by one step at most and calls the duty once; a lower verdict changes nothing', async () => {
  model.answer = verdict([], 'high', 'suicide')
  const { resident } = await ask(STORY)
  expect(await house.alerts()).toMatchObject([{ tier: 'watch', type: 'suicide' }])
  const { events } = await house.newest()
  expect(events.filter(({ kind }) => kind === 'danger_suspected')).toHaveLength(1)
  await resident.says('我真的不知道后面的日子该怎么过下去才好')
  await house.rounds()
  expect((await house.alerts()).filter(({ tier }) => tier === 'watch').length).toBeLessThan(2)
})

test('a verdict below what the house heard itself is ignored', async () => {
  const resident = house.resident()
  for (const text of ASKING.slice(0, 2)) await resident.says(text)
  await resident.says('我老公天天打我，昨天又拿刀要砍我和孩子')
  const own = await house.alerts()
  expect(own.map(({ tier }) => tier)).not.toContain('watch')
  model.answer = verdict([], 'watch', 'distress')
  await house.rounds()
  expect(await house.alerts()).toEqual(own)
})

test('an endpoint that fails is asked again later, and not for ever', async () => {
  model.answer = { status: 500, body: '' }
  await ask(STORY)
  const first = model.asked.length
  model.answer = verdict(['edu'], 'none')
  house.pass(3 * 60_000)
  await house.rounds()
  expect(model.asked.length).toBe(first + 1)
  expect((await house.newest()).events.some(({ kind }) => kind === 'need_suspected')).toBe(true)
})
