import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DoneFollowUp, FollowUpLine } from '../../../src/work/ports/follow-ups.ts'
import { HUAYANG } from '../../support/a-case.ts'
import { openRealOffice, type RealOffice } from '../../support/real-office.ts'

let real: RealOffice
beforeAll(async () => {
  real = await openRealOffice()
})
afterAll(() => real.close())

/** A case that its adviser has, whose need is confirmed. */
async function aConfirmed(): Promise<{ readonly number: string; readonly household: string }> {
  const { adviser, house, files } = real
  const number = await real.asks()
  const { row } = await house.desk.readCase(adviser, number)
  await house.desk.claimCase(adviser, number, row.version)
  await grade(number, true)
  const { id } = await files.openHousehold(adviser, number)
  return { number, household: id }
}

/** Enough indicators for 高度, or none but one. */
async function grade(number: string, high: boolean) {
  const { adviser, house } = real
  for (const code of ['inc', 'hou', 'ill', 'dis', 'emp', 'sec', 'soc'] as const) {
    await house.desk.setIndicator(adviser, number, { code, value: high, reason: '看过了' })
  }
  for (const code of ['edu', 'cbu', 'cen'] as const) {
    await house.desk.setIndicator(adviser, number, { code, value: false, reason: '看过了' })
  }
  const { row } = await house.desk.readCase(adviser, number)
  await house.desk.confirmAssessment(adviser, number, row.version, '')
}

const at = ({ record: { household, id, version } }: FollowUpLine) => ({ household, id, version })

const aForm = (changes: Partial<DoneFollowUp> = {}): DoneFollowUp => ({
  ...{ how: 'visit', day: '2026-11-20', met: '本人', changes: {}, goals: [], words: '气色不错' },
  ...{ needs: [], service: randomUUID(), reason: '' },
  next: { id: randomUUID(), dueOn: '2027-01-20' },
  ...changes,
})

test('with a confirmed high grade somebody comes in a month, without anybody writing it down', async () => {
  const { household } = await aConfirmed()
  const [line, ...more] = await real.office.followUps.ofHousehold(real.adviser, household)
  expect(more).toEqual([])
  expect(line?.record).toMatchObject({ state: 'due', dueOn: '2026-12-21' })
  expect(line?.record.owner?.id).toBe(real.adviser.id)
  expect(line?.record.detail).toMatchObject({ ground: 'grade', grade: 'high' })
})

test('a grade confirmed anew leaves one follow-up, and a day that a person chose stays', async () => {
  const { number, household } = await aConfirmed()
  const [line] = await real.office.followUps.ofHousehold(real.adviser, household)
  if (!line) throw new Error('nothing planned')
  const reason = '住院，出院后再去'
  await real.office.followUps.move(real.adviser, at(line), {
    ...{ dueOn: '2027-01-05', rhythm: 'quarter', reason },
  })
  await grade(number, true)
  const [moved, ...more] = await real.office.followUps.ofHousehold(real.adviser, household)
  expect(more).toEqual([])
  expect(moved?.record).toMatchObject({ dueOn: '2027-01-05', body: { reason } })
})

test('a done follow-up brings the next one, a service record, the new need, and what is worse', async () => {
  const { household } = await aConfirmed()
  const { followUps, services } = real.office
  const [line] = await followUps.ofHousehold(real.adviser, household)
  if (!line) throw new Error('nothing planned')
  const opened = await followUps.openOne(real.adviser, household, line.record.id)
  expect(opened.next).toBe('2027-01-20')
  const form = aForm({
    changes: { ill: 'worse', inc: 'same' },
    needs: [{ id: randomUUID(), text: '想要助行器' }],
  })
  const finished = await followUps.finish(real.adviser, at(line), form)
  expect(finished.worse).toEqual(['ill'])
  expect(finished.next).toMatchObject({ state: 'due', dueOn: '2027-01-20', detail: { nth: 2 } })
  const needs = await real.files.listRecords(real.adviser, household, ['need'])
  expect(needs).toMatchObject([{ state: 'unmet', body: { words: '想要助行器' } }])
  const [service] = await services.ofHousehold(real.adviser, household)
  expect(service?.record).toMatchObject({ detail: { type: 'visit' }, body: { who: '本人' } })
})

test('a form that is sent again after a cut writes nothing twice', async () => {
  const { household } = await aConfirmed()
  const { followUps } = real.office
  const [line] = await followUps.ofHousehold(real.adviser, household)
  if (!line) throw new Error('nothing planned')
  const form = aForm({ needs: [{ id: randomUUID(), text: '要人陪诊' }] })
  await followUps.finish(real.adviser, at(line), form)
  await expect(followUps.finish(real.adviser, at(line), form)).rejects.toMatchObject({
    code: 'stale',
  })
  const all = await real.files.listRecords(real.adviser, household)
  expect(all.map(({ kind }) => kind).sort()).toEqual(['follow_up', 'follow_up', 'need', 'service'])
})

test('no further visit needs a reason, and a next one a day that is still to come', async () => {
  const { household } = await aConfirmed()
  const { followUps } = real.office
  const [line] = await followUps.ofHousehold(real.adviser, household)
  if (!line) throw new Error('nothing planned')
  const refused = (changes: Partial<DoneFollowUp>) =>
    expect(followUps.finish(real.adviser, at(line), aForm(changes))).rejects
  await refused({ next: null }).toMatchObject({ details: { field: 'reason' } })
  await refused({ day: '2026-11-21' }).toMatchObject({ details: { field: 'day' } })
  await refused({ next: { id: randomUUID(), dueOn: '2026-11-19' } }).toMatchObject({
    details: { field: 'next' },
  })
})

test('nobody was met: it is noted, and somebody comes again', async () => {
  const { household } = await aConfirmed()
  const { followUps } = real.office
  const [line] = await followUps.ofHousehold(real.adviser, household)
  if (!line) throw new Error('nothing planned')
  const next = { id: randomUUID(), dueOn: '2026-11-25' }
  const missed = { state: 'missed', reason: '敲门没人应', next } as const
  await followUps.leave(real.adviser, at(line), missed)
  const open = await followUps.list(real.adviser, { until: '2026-11-30', street: HUAYANG })
  expect(open.map(({ record }) => record.id)).toContain(next.id)
  expect(open.map(({ record }) => record.id)).not.toContain(line.record.id)
})

test('a closed case is looked at again on its day, and no more by the rhythm', async () => {
  const { number, household } = await aConfirmed()
  const { adviser, house, office } = real
  const byHand = { id: randomUUID(), dueOn: '2026-11-23', rhythm: null, reason: '送药' }
  await office.followUps.add(adviser, number, byHand)
  const { row } = await house.desk.readCase(adviser, number)
  const how = { outcome: 'helped', note: '', recheck: '2027-02-18', told: null } as const
  await house.desk.closeCase(adviser, number, row.version, how)
  const lines = await office.followUps.ofHousehold(adviser, household)
  const states = lines.map(({ record: { state, dueOn, detail } }) => [state, dueOn, detail.ground])
  expect(states.sort()).toEqual([
    ['dropped', '2026-12-21', 'grade'],
    ['due', '2026-11-23', 'by_hand'],
    ['due', '2027-02-18', 'recheck'],
  ])
})
