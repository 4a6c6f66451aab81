import { afterEach, beforeEach, expect, test } from 'vitest'
import { HOUR } from '../../../src/core/time.ts'
import { transaction } from '../../../src/edge/storage/transaction.ts'
import { DISTRICT } from '../../support/a-case.ts'
import { echo } from '../../support/echo-house.ts'
import { openWrittenHouse, type WrittenHouse } from '../../support/written-house.ts'

/** The small dialog, as if everything that it says were proof of something taken. */
const receipts: typeof echo = (house, talk, arrived) => {
  const reply = echo(house, talk, arrived)
  return { ...reply, out: reply.out.map((each) => ({ ...each, urgency: 'receipt' })) }
}

let house: WrittenHouse
beforeEach(async () => {
  house = await openWrittenHouse({ converse: receipts })
})
afterEach(() => house.close())

async function aCaseThatSomebodyHas() {
  const { messages } = await house.says('e1', '开案')
  await house.rounds()
  await house.pool.query(`update help_case set claimed_by = $1, status = 'claimed'`, [ADVISER])
  return messages
}

const ADVISER = '6f1c1f0e-0000-4000-8000-000000000001'

const history = async () => {
  const { rows } = await house.pool.query(
    `select kind, detail from case_event where kind ~ '^(message|sms)_' order by seq`,
  )
  return rows
}
const notices = () =>
  transaction(
    house.desk,
    { actor: ADVISER, role: 'adviser', district: DISTRICT, streets: [] },
    async (tx) => (await tx.query('select kind from notice')).rows.map(({ kind }) => kind),
  )

test('a closed window is told to the adviser, and a text message points to the answer', async () => {
  await aCaseThatSomebodyHas()
  house.answers.push({ status: 'undeliverable', why: 'window' })
  await house.says('e2', '好')
  await house.rounds()
  expect(await history()).toEqual([
    { kind: 'message_failed', detail: { seq: 2, why: 'window' } },
    { kind: 'sms_sent', detail: { seq: 2, why: null } },
  ])
  expect(await notices()).toEqual(['undelivered'])
  expect(house.texted.length).toBe(1)
  expect(house.texted[0]).toMatchObject({ to: '13900001234' })
  expect(house.texted[0]?.text).toMatch(/编号 \d{4}-\d{4}$/)
  expect(house.texted[0]?.text).not.toContain('好')
})

test('what nobody knows the end of becomes a line for the adviser', async () => {
  await aCaseThatSomebodyHas()
  house.answers.push(...Array(3).fill({ status: 'unknown', why: 'timeout' }))
  await house.says('e2', '好')
  for (let n = 0; n < 4; n++) {
    await house.rounds()
    house.pass(HOUR)
  }
  expect((await history())[0]).toEqual({
    kind: 'message_unknown',
    detail: { seq: 2, why: 'timeout' },
  })
})

test('told twice it stands there once, and one text message is enough', async () => {
  await aCaseThatSomebodyHas()
  house.answers.push({ status: 'undeliverable', why: 'blocked' })
  await house.says('e2', '好')
  await house.rounds()
  await house.parts.jobs.put([
    {
      bucket: Number.parseInt(house.conversation.slice(0, 2), 16),
      id: 'again',
      kind: 'tell_undelivered',
      dueAt: 0,
      detail: { conversation: house.conversation, seq: 2 },
    },
  ])
  await house.rounds()
  expect((await history()).length).toBe(2)
  expect(new Set(house.texted.map(({ key }) => key)).size).toBe(1)
})

test('a question that does not arrive calls nobody', async () => {
  const quiet = await openWrittenHouse()
  quiet.answers.push({ status: 'undeliverable', why: 'window' })
  await quiet.says('e1', '开案')
  await quiet.rounds()
  expect(
    (await quiet.pool.query(`select 1 from case_event where kind ~ '^message_'`)).rowCount,
  ).toBe(0)
  expect(quiet.texted).toEqual([])
  await quiet.close()
})

test('without a case no history is written', async () => {
  house.answers.push({ status: 'undeliverable', why: 'blocked' })
  await house.says('e1', '你好')
  await house.rounds()
  expect(await notices()).toEqual([])
  expect(house.texted).toEqual([])
})

const alerts = async () => {
  const { rows } = await house.pool.query('select type, tier, street_id, case_id from alert')
  return rows
}

test('without a case the duty is called, once a day however much is lost', async () => {
  for (const id of ['e1', 'e2']) {
    house.answers.push({ status: 'undeliverable', why: 'window' })
    await house.says(id, '你好')
    await house.rounds()
  }
  expect(await alerts()).toEqual([
    { type: 'undelivered', tier: 'watch', street_id: '', case_id: null },
  ])
})

test('who blocked the house before there was a case rings nobody with a receipt', async () => {
  house.answers.push({ status: 'undeliverable', why: 'blocked' })
  await house.says('e1', '你好')
  await house.rounds()
  expect(await alerts()).toEqual([])
})
