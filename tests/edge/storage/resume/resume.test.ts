import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Pool } from '../../../../src/edge/storage/pool.ts'
import { rowsOf } from '../../../../src/edge/storage/pool.ts'
import { resumeStore } from '../../../../src/edge/storage/resume/resume-store.ts'
import type { Resume } from '../../../../src/work/ports/resume.ts'
import { createResume } from '../../../../src/work/resume/create-resume.ts'
import { runJobs } from '../../../../src/work/rounds/jobs.ts'
import { createTurns } from '../../../../src/work/turn/create-turns.ts'
import { DISTRICT, MINUTE, RING } from '../../../support/a-case.ts'
import { openDatabase, type TestDatabase } from '../../../support/database.ts'
import { aMessage, turnParts } from '../../../support/turns.ts'

let database: TestDatabase
let pool: Pool
let now = Date.now()
beforeAll(async () => {
  database = await openDatabase()
  pool = database.pool('hearth_turn')
})
afterAll(() => database.close())

const PHONE = '13900001234'
let resume: Resume
let conversation: string
let number: string
let id: string
let user: string
const engine = () => createTurns(turnParts(pool))

beforeEach(async () => {
  now = Date.now()
  id = randomUUID()
  user = randomUUID()
  const store = resumeStore({ pool, ring: RING, clock: { now: () => now }, district: DISTRICT })
  const texts = { code: (code: string) => `code ${code}`, done: 'carried on' }
  resume = createResume({ store, turns: engine(), texts })
  conversation = (await engine().receive(aMessage(user, 'first', '开案'))).conversation
  const rows = await rowsOf<{ number: string }>(
    pool,
    'select number from help_case where conversation_id = $1',
    [conversation],
  )
  number = rows[0]?.number ?? ''
})

/** What the old client is shown. */
const told = async () =>
  (await engine().readMessages(conversation, 0))
    .filter(({ from }) => from === 'system')
    .map(({ text }) => text)

async function codeFor(pair = { number, phone: PHONE }): Promise<string> {
  await resume.ask(pair, id)
  return (await told()).at(-1)?.replace('code ', '') ?? ''
}

test('the old client is told a code, and with it the new one speaks in the old talk', async () => {
  const code = await codeFor()
  expect(code).toMatch(/^[2-8]\d\d [2-8]\d\d$/)
  expect(await resume.holderOf(id)).toBeNull()
  expect(await resume.confirm(id, code.replace(' ', ''))).toBe(true)
  expect(await resume.holderOf(id)).toEqual({
    conversation,
    channel: 'web',
    account: 'main',
    user,
  })
  expect(await told()).toEqual([`code ${code}`, 'carried on'])
})

test('the code is for the resident alone: the talk at the desk is read without it', async () => {
  await resume.confirm(id, await codeFor())
  const messages = await engine().readMessages(conversation, 0)
  const secret = messages.filter((message) => message.secret).map(({ text }) => text)
  expect(secret).toEqual([expect.stringMatching(/^code /)])
})

test('the answer that got lost can be asked for again', async () => {
  const code = await codeFor()
  expect(await resume.confirm(id, code)).toBe(true)
  expect(await resume.confirm(id, code)).toBe(true)
  expect(await told()).toHaveLength(2)
})

test('a code stands beside the dialog, which goes on where it stood', async () => {
  const talk = engine()
  await codeFor()
  const { messages } = await talk.receive(aMessage(user, 'second', '还有'))
  expect(messages[0]?.text).toBe('第2句：还有')
})

test.each([
  ['another number', () => ({ number: '1111-2222', phone: PHONE })],
  ['another phone', () => ({ number, phone: '13900001235' })],
])('%s tells nobody anything', async (_what, pair) => {
  await resume.ask(pair(), id)
  expect(await told()).toEqual([])
  expect(await resume.confirm(id, '482913')).toBe(false)
})

test('five wrong codes and the right one opens no more', async () => {
  const code = await codeFor()
  for (let n = 0; n < 5; n++) expect(await resume.confirm(id, `10000${n}`)).toBe(false)
  expect(await resume.confirm(id, code)).toBe(false)
  expect(await resume.holderOf(id)).toBeNull()
})

test('a code lasts ten minutes', async () => {
  const code = await codeFor()
  now += 10 * MINUTE
  expect(await resume.confirm(id, code)).toBe(false)
})

test('a code opens for the client that asked, and for no other', async () => {
  const code = await codeFor()
  const other = randomUUID()
  await resume.ask({ number, phone: PHONE }, other)
  expect(await resume.confirm(other, code)).toBe(false)
})

test('what was withdrawn is not carried on, neither before nor after', async () => {
  const code = await codeFor()
  await resume.confirm(id, code)
  const parts = turnParts(pool)
  const talk = createTurns(parts)
  await talk.receive(aMessage(user, 'away', '撤回'))
  while ((await runJobs(parts, talk)) > 0);
  expect(await resume.holderOf(id)).toBeNull()
  await resume.ask({ number, phone: PHONE }, randomUUID())
  expect(await told()).toEqual([])
})
