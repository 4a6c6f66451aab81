import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY } from '../../../src/core/time.ts'
import type { NewReferral, NewSubtask } from '../../../src/work/ports/referrals.ts'
import { JIANGSU } from '../../support/a-case.ts'
import { openRealOffice, type RealOffice } from '../../support/real-office.ts'

/** Partners and other offices over the real store; they answer by a link. */

let real: RealOffice
let number: string
let home: string
beforeAll(async () => {
  real = await openRealOffice()
  number = await real.asks()
  home = (await real.files.openHousehold(real.adviser, number)).id
})
afterAll(() => real.close())

const aReferral = (changes: Partial<NewReferral> = {}): NewReferral => ({
  ...{
    id: randomUUID(),
    partner: 'companions',
    ask: '每周陪老人说说话',
    parts: ['name', 'committee'],
  },
  consent: { way: 'phone', words: '本人电话里同意' },
  ...changes,
})

const aTask = (changes: Partial<NewSubtask> = {}): NewSubtask => ({
  ...{
    id: randomUUID(),
    case: number,
    department: 'insurance',
    ask: '请核对医保',
    parts: ['name'],
  },
  dueOn: null,
  ...changes,
})

test('the partner sees what was chosen and nothing else, takes it over, and ends it with an amount', async () => {
  const { referrals } = real.office
  const preview = await referrals.preview(real.adviser, home, ['name', 'committee'])
  const { token, line } = await referrals.send(real.adviser, home, aReferral())
  expect(line).toMatchObject({ to: '邻伴社会工作服务社（样例）', record: { state: 'sent' } })
  expect(line.record.dueOn).toBe('2026-11-25')
  const seen = await referrals.readLink(token)
  expect(seen.given).toEqual(preview)
  expect(Object.keys(seen.given)).toEqual(['name', 'committee'])
  expect(JSON.stringify(seen)).not.toContain('13800134821')

  const done = { act: 'done', words: '陪了四次', amount: 300_00 } as const
  await expect(referrals.answerLink(token, 1, done)).rejects.toMatchObject({
    details: { field: 'act' },
  })
  const taken = await referrals.answerLink(token, 1, { act: 'accept' })
  expect(taken.state).toBe('accepted')
  await referrals.answerLink(token, taken.version, done)
  await expect(referrals.readLink(token)).rejects.toMatchObject({ code: 'not_found' })
  const own = await referrals.ofHousehold(real.adviser, home)
  expect(own[0]?.record).toMatchObject({ state: 'done', amount: 300_00, open: false })
})

test('what is given back stands open with its adviser, for today', async () => {
  const { referrals } = real.office
  const { token, line } = await referrals.send(real.adviser, home, aReferral())
  const back = { act: 'return', reason: 'full', words: '本月排满了' } as const
  await referrals.answerLink(token, 1, back)
  const bells = await real.house.desk.listNotices(real.adviser)
  expect(bells.some(({ kind }) => kind === 'outside_answered')).toBe(true)
  const found = (await referrals.list(real.adviser)).find(
    ({ record }) => record.id === line.record.id,
  )
  expect(found?.record).toMatchObject({
    ...{ state: 'returned', open: true, dueOn: '2026-11-20' },
    owner: { id: real.adviser.id },
    detail: { reason: 'full' },
    body: { answer: '本月排满了', consent: '本人电话里同意' },
  })
})

test('nothing goes out without a word about the consent, or to a partner nobody knows', async () => {
  const { referrals } = real.office
  const silent = aReferral({ consent: { way: 'phone', words: ' ' } })
  await expect(referrals.send(real.adviser, home, silent)).rejects.toMatchObject({
    details: { field: 'consent' },
  })
  const unknown = aReferral({ partner: 'nobody' })
  await expect(referrals.send(real.adviser, home, unknown)).rejects.toMatchObject({
    details: { field: 'partner' },
  })
})

test('a link ends with its time, with a newer one, with the withdrawal; a guessed one opens nothing', async () => {
  const { referrals } = real.office
  const { token, line } = await referrals.send(real.adviser, home, aReferral())
  const at = { household: home, id: line.record.id, version: 1 }
  const newer = await referrals.link(real.adviser, at)
  const gone = { code: 'not_found' }
  await expect(referrals.readLink(token)).rejects.toMatchObject(gone)
  await expect(referrals.readLink(`${newer.token}x`)).rejects.toMatchObject(gone)
  expect(await referrals.readLink(newer.token)).toMatchObject({ state: 'sent' })
  await referrals.withdraw(real.adviser, at, '家属接走了')
  await expect(referrals.readLink(newer.token)).rejects.toMatchObject(gone)
  await expect(referrals.answerLink(newer.token, 2, { act: 'accept' })).rejects.toMatchObject(gone)

  const other = await referrals.send(real.adviser, home, aReferral())
  real.house.pass(15 * DAY)
  await expect(referrals.readLink(other.token)).rejects.toMatchObject(gone)
  const own = await referrals.ofHousehold(real.adviser, home)
  expect(own.find(({ record }) => record.id === other.line.record.id)?.late).toBe(true)
})

test('another street neither sends nor sees', async () => {
  const stranger = await real.house.hire([JIANGSU])
  const { referrals, subtasks } = real.office
  const gone = { code: 'not_found' }
  await expect(referrals.send(stranger, home, aReferral())).rejects.toMatchObject(gone)
  await expect(subtasks.send(stranger, home, aTask())).rejects.toMatchObject(gone)
  await expect(referrals.ofHousehold(stranger, home)).rejects.toMatchObject(gone)
})

test('a case does not close while another office has not answered, and closes after', async () => {
  const { desk } = real.house
  const { referrals, subtasks } = real.office
  const version = await desk.claimCase(real.adviser, number, await versionOf(number))
  const first = await subtasks.send(real.adviser, home, aTask())
  const second = await subtasks.send(real.adviser, home, aTask({ department: 'housing' }))
  const how = { outcome: 'helped', note: '', recheck: null, told: null } as const
  const close = () => desk.closeCase(real.adviser, number, version, how)
  await expect(close()).rejects.toMatchObject({ code: 'open_subtasks', details: { count: 2 } })
  await referrals.answerLink(first.token, 1, { act: 'done', words: '已参保', amount: null })
  await expect(close()).rejects.toMatchObject({ code: 'open_subtasks', details: { count: 1 } })
  const at = { household: home, id: second.line.record.id, version: 1 }
  const told = await subtasks.answer(real.adviser, at, { result: 'not_possible', words: '不符合' })
  expect(told.record).toMatchObject({ state: 'answered', detail: { result: 'not_possible' } })
  await close()
  await expect(subtasks.send(real.adviser, home, aTask())).rejects.toMatchObject({
    code: 'case_closed',
  })
})

test('of closing a case and giving a task at the same moment one comes first, and the other is refused', async () => {
  const { desk } = real.house
  const { subtasks } = real.office
  const how = { outcome: 'helped', note: '', recheck: null, told: null } as const
  for (let round = 0; round < 4; round++) {
    const asked = await real.asks()
    const version = await desk.claimCase(real.adviser, asked, await versionOf(asked))
    const { id } = await real.files.openHousehold(real.adviser, asked)
    const task = aTask({ case: asked })
    const [sent, closed] = await Promise.allSettled([
      subtasks.send(real.adviser, id, task),
      desk.closeCase(real.adviser, asked, version, how),
    ])
    const codes = [sent, closed].map((each) => each.status === 'rejected' && each.reason.code)
    expect(codes).toEqual(
      sent.status === 'fulfilled' ? [false, 'open_subtasks'] : ['case_closed', false],
    )
  }
})

test('a link goes to another street with its household, and opens nothing but its own kind', async () => {
  const { desk } = real.house
  const { referrals, reminders } = real.office
  const asked = await real.asks()
  const version = await desk.claimCase(real.adviser, asked, await versionOf(asked))
  const { id } = await real.files.openHousehold(real.adviser, asked)
  const { token } = await referrals.send(real.adviser, id, aReferral())
  const what = { id: randomUUID(), to: null, partner: '邻伴社', words: '药送到了吗' }
  const reminder = await reminders.send(real.adviser, id, what)
  await expect(referrals.readLink(reminder.token ?? '')).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(reminders.readLink(token)).rejects.toMatchObject({ code: 'not_found' })
  const far = await real.house.hire([JIANGSU])
  const ask = { street: JIANGSU, person: null, reason: 'moved', note: '', parts: [] } as const
  const offered = await desk.offerTransfer(real.adviser, asked, version, ask)
  await desk.acceptTransfer(far, asked, offered)
  expect(await referrals.readLink(token)).toMatchObject({ state: 'sent', ask: '每周陪老人说说话' })
  const [own] = await referrals.ofHousehold(far, id)
  expect(own?.record.owner?.id).toBe(far.id)
  await referrals.withdraw(far, { household: id, id: own?.record.id ?? '', version: 2 }, '搬走了')
  await expect(referrals.readLink(token)).rejects.toMatchObject({ code: 'not_found' })
})

test('each need is applied for where the registration says, as soon as that is written', async () => {
  const { registrations } = real.office
  const before = await registrations.read(real.adviser, home)
  const placeOf = (view: typeof before, need: string) =>
    view.formal.find((line) => line.need === need)
  expect(placeOf(before, 'inc')).toEqual({ need: 'inc', at: 'street' })
  const id = randomUUID()
  const local = { status: 'local', street: JIANGSU } as const
  const after = await registrations.save(real.adviser, home, {
    ...{ id, version: null, registered: local, address: '江苏路某弄' },
  })
  expect(placeOf(after, 'inc')).toMatchObject({ by: 'hukou', street: JIANGSU })
  const permit = await registrations.save(real.adviser, home, {
    ...{ id, version: after.version, registered: { status: 'permit' }, address: '外省' },
  })
  expect(placeOf(permit, 'emergency_aid')).toMatchObject({ by: 'residence', street: permit.home })
  await expect(
    registrations.save(real.adviser, home, {
      ...{ id, version: permit.version, address: '', registered: { street: '999999999' } },
    }),
  ).rejects.toMatchObject({ details: { field: 'street' } })
})

async function versionOf(which: string): Promise<number> {
  const { rows } = await real.house.desk.listCases(real.adviser, { list: 'all' })
  return rows.find((row) => row.number === which)?.version ?? 0
}
