import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY } from '../../../src/core/time.ts'
import { HUAYANG, JIANGSU } from '../../support/a-case.ts'
import { openRealOffice, type RealOffice } from '../../support/real-office.ts'

let real: RealOffice
let household: string
beforeAll(async () => {
  real = await openRealOffice()
  household = (await real.files.openHousehold(real.adviser, await real.asks())).id
})
afterAll(() => real.close())

const toPartner = () => ({
  ...{ id: randomUUID(), to: null, partner: '申爱社工站', words: '请确认周四的陪诊' },
})

test('a colleague who is asked gets a call, answers, and who asked is told', async () => {
  const { office, house, adviser } = real
  const colleague = await house.hire([HUAYANG])
  const what = { id: randomUUID(), to: colleague.id, partner: null, words: '请打电话问问药' }
  const { record } = await office.reminders.send(adviser, household, what)
  const [call] = await house.desk.listNotices(colleague)
  expect(call?.kind).toBe('reminder')
  const at = { household, id: record.id, version: record.version }
  const done = await office.reminders.answer(colleague, at, { done: true, words: '已联系' })
  expect(done.record).toMatchObject({ state: 'done', open: false, body: { answer: '已联系' } })
  const [told] = await house.desk.listNotices(adviser)
  expect(told?.kind).toBe('reminder_answered')
})

test('a third person neither answers nor sees it, unless they lead the street', async () => {
  const { office, house, adviser } = real
  const what = { id: randomUUID(), to: adviser.id, partner: null, words: '请看一眼' }
  const { record } = await office.reminders.send(adviser, household, what)
  const at = { household, id: record.id, version: record.version }
  const third = await house.hire([HUAYANG])
  const lead = await house.hire([HUAYANG], { role: 'supervisor' })
  const ids = async (staff: typeof third) =>
    (await office.reminders.list(staff)).map((line) => line.record.id)
  expect(await ids(third)).not.toContain(record.id)
  expect(await ids(lead)).toContain(record.id)
  await expect(office.reminders.answer(third, at, { done: true, words: '' })).rejects.toMatchObject(
    { code: 'not_allowed' },
  )
  const far = await house.hire([JIANGSU])
  await expect(office.reminders.send(far, household, toPartner())).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('a partner answers by the link, once', async () => {
  const { office, adviser, files } = real
  const { record, token } = await office.reminders.send(adviser, household, toPartner())
  const shown = await office.reminders.readLink(token ?? '')
  expect(shown.body).toMatchObject({ words: '请确认周四的陪诊' })
  const answer = { done: false, words: '周四排不出人' }
  await office.reminders.answerLink(token ?? '', shown.version, answer)
  const gone = { code: 'not_found' }
  await expect(office.reminders.readLink(token ?? '')).rejects.toMatchObject(gone)
  await expect(office.reminders.answerLink(token ?? '', 2, answer)).rejects.toMatchObject(gone)
  const [kept] = (await files.listRecords(adviser, household, ['reminder'])).filter(
    ({ id }) => id === record.id,
  )
  // Not done: somebody still has to see to it.
  expect(kept).toMatchObject({ state: 'not_done', open: true, body: { answer: '周四排不出人' } })
})

test('a link ends with the reminder, and after its time', async () => {
  const { office, adviser, house } = real
  const first = await office.reminders.send(adviser, household, toPartner())
  const at = { household, id: first.record.id, version: first.record.version }
  await office.reminders.cancel(adviser, at, '已经办好了')
  await expect(office.reminders.readLink(first.token ?? '')).rejects.toMatchObject({
    code: 'not_found',
  })
  const second = await office.reminders.send(adviser, household, toPartner())
  house.pass(30 * DAY)
  await expect(office.reminders.readLink(second.token ?? '')).rejects.toMatchObject({
    code: 'not_found',
  })
  house.pass(-30 * DAY)
})
