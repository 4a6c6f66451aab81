import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, HOUR } from '../../../src/core/time.ts'
import { visitWatch } from '../../../src/edge/storage/visits/visit-watch.ts'
import { watchVisits } from '../../../src/work/rounds/watch-visits.ts'
import { HUAYANG, RING } from '../../support/a-case.ts'
import { ASKING } from '../../support/real-desk.ts'
import { openRealOffice, type RealOffice } from '../../support/real-office.ts'

let real: RealOffice
beforeAll(async () => {
  real = await openRealOffice()
})
afterAll(() => real.close())

/** The sweep, then what it ordered. */
async function round() {
  const { house } = real
  const count = await watchVisits(visitWatch(house.turn, RING), house.now())
  while ((await house.rounds()) > 0);
  return count
}

/** A resident whose request is sent off, and their household. */
async function aResident() {
  const { house, adviser, files } = real
  const before = await numbers()
  const resident = house.resident()
  for (const line of [...ASKING, '现在就交', '好']) await resident.says(line)
  const number = (await numbers()).find((each) => !before.includes(each)) ?? ''
  const { row } = await house.desk.readCase(adviser, number)
  await house.desk.claimCase(adviser, number, row.version)
  const { id } = await files.openHousehold(adviser, number)
  return { resident, number, household: id, case: row.id }
}

async function numbers() {
  const { rows } = await real.house.desk.listCases(real.adviser, { list: 'all' })
  return rows.map(({ number }) => number)
}

test('a reminder that nobody answers is told to who asked and to the lead, once', async () => {
  const { office, house, adviser } = real
  const { household } = await aResident()
  const colleague = await house.hire([HUAYANG])
  const lead = await house.hire([HUAYANG], { role: 'supervisor' })
  const what = { id: randomUUID(), to: colleague.id, partner: null, words: '请打个电话' }
  const { record } = await office.reminders.send(adviser, household, what)
  await round()
  expect(await house.desk.listNotices(lead)).toEqual([])
  // Friday 10:00 and one working day: Monday 10:00.
  house.pass(3 * DAY + HOUR)
  await round()
  await round()
  const kinds = async (staff: typeof lead) =>
    (await house.desk.listNotices(staff)).map(({ kind }) => kind)
  expect(await kinds(lead)).toEqual(['reminder_late'])
  expect(await kinds(adviser)).toEqual(['reminder_late'])
  const [kept] = await real.files.listRecords(adviser, household, ['reminder'])
  expect(kept).toMatchObject({ id: record.id, state: 'late', open: true, version: 2 })
  const [before] = await real.files.pastOf(adviser, household, record.id)
  expect(before).toMatchObject({
    state: 'sent',
    detail: { owner: colleague.id, dueOn: record.dueOn },
  })
  const at = { household, id: record.id, version: 2 }
  const done = await office.reminders.answer(colleague, at, { done: true, words: '打过了' })
  expect(done.record.state).toBe('done')
  house.pass(-3 * DAY - HOUR)
})

test('a measure rings the day before and on its day, once each, and again when its day is moved', async () => {
  const { files, house } = real
  const { household } = await aResident()
  const owner = await house.hire([HUAYANG])
  const id = randomUUID()
  const record = { id, kind: 'measure', owner: owner.id, dueOn: '2026-11-21', body: { words: '' } }
  await files.addRecord(real.adviser, household, record)
  const bells = async () => (await house.desk.listNotices(owner)).map(({ kind }) => kind)
  await round()
  await round()
  expect(await bells()).toEqual(['measure_soon'])
  house.pass(DAY)
  await round()
  await round()
  expect(await bells()).toEqual(['measure_due', 'measure_soon'])
  const [kept] = await files.listRecords(real.adviser, household, ['measure'])
  expect(kept).toMatchObject({ version: 1 })
  await files.changeRecord(real.adviser, household, id, 1, { dueOn: '2026-11-22' })
  await round()
  expect((await bells()).filter((kind) => kind === 'measure_soon')).toHaveLength(2)
  house.pass(-DAY)
})

test('before a visit the bot asks once, and worse brings the visit forward to today', async () => {
  const { adviser, files, office } = real
  const { resident, household, case: caseId } = await aResident()
  const id = randomUUID()
  await files.addRecord(adviser, household, {
    ...{ id, kind: 'follow_up', dueOn: '2026-11-22', case: caseId, owner: adviser.id },
    ...{ detail: { ground: 'by_hand' }, body: {} },
  })
  await round()
  await round()
  const asked = (await resident.reads()).filter((text) => text.includes('近来比上次好些'))
  expect(asked).toHaveLength(1)
  await resident.says('更难了')
  await resident.says('儿子也生病了')
  await round()
  const opened = await office.followUps.openOne(adviser, household, id)
  expect(opened.answer).toMatchObject({ how: 'worse', words: '儿子也生病了' })
  expect(opened.record).toMatchObject({ dueOn: '2026-11-20', detail: { answer: 'worse' } })
  const [first] = await office.followUps.list(adviser, {})
  expect(first?.record.id).toBe(id)
})

test('a week after closing the resident is asked once, and a complaint reaches the lead', async () => {
  const { house, adviser, office } = real
  const { resident, number } = await aResident()
  const { row } = await house.desk.readCase(adviser, number)
  const how = { outcome: 'helped', note: '', recheck: null, told: '已经办好' } as const
  await house.desk.closeCase(adviser, number, row.version, how)
  house.pass(6 * DAY)
  await round()
  expect((await resident.reads()).some((text) => text.includes('办得怎么样'))).toBe(false)
  house.pass(DAY)
  await round()
  await round()
  const asked = (await resident.reads()).filter((text) => text.includes('办得怎么样'))
  expect(asked).toHaveLength(1)
  for (const text of ['不满意', '电话打不通', '要投诉']) await resident.says(text)
  const lead = await house.hire([HUAYANG], { role: 'supervisor' })
  const [complaint] = await office.complaints.list(lead)
  expect(complaint).toMatchObject({ number, source: 'chat', words: null, dueOn: '2026-12-12' })
  const { events } = await house.desk.readCase(adviser, number)
  expect(events.map(({ kind }) => kind)).toContain('satisfaction_answered')
  expect(events.map(({ kind }) => kind)).not.toContain('complaint_made')
  house.pass(-7 * DAY)
})

test('nobody is written to at night', async () => {
  const { house } = real
  const asked: string[] = []
  const watch = {
    escalate: async () => 0,
    keepAnswers: async () => 0,
    ringMeasures: async () => 0,
    askBefore: async () => asked.push('before'),
    askAfter: async () => asked.push('after'),
  }
  await watchVisits(watch, house.now() + 12 * HOUR)
  expect(asked).toEqual([])
  await watchVisits(watch, house.now())
  expect(asked).toEqual(['before', 'after'])
})
