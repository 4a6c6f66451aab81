import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FilledForm, OpenedForm, Visit } from '../../../src/work/ports/assessments.ts'
import { JIANGSU } from '../../support/a-case.ts'
import { openRealOffice, type RealOffice } from '../../support/real-office.ts'

let real: RealOffice
beforeAll(async () => {
  real = await openRealOffice()
})
afterAll(() => real.close())

/** A household of its own with its request; who works there has it. */
async function aHome(claim: boolean) {
  const number = await real.asks()
  const { row } = await real.house.desk.readCase(real.adviser, number)
  if (claim) await real.house.desk.claimCase(real.adviser, number, row.version)
  const { id } = await real.files.openHousehold(real.adviser, number)
  return { number, id }
}

const filled = (opened: OpenedForm, changes: Partial<FilledForm> = {}): FilledForm => ({
  ...{ id: randomUUID(), basis: opened.basis, answers: [], decided: [], note: '' },
  ...changes,
})

const WORSE = [
  { slot: 'illness', value: 'serious_unpaid', reason: '看了出院小结' },
  { slot: 'work', value: 'jobless_long', reason: '看了失业登记' },
  { slot: 'insurance', value: 'none', reason: '查了社保' },
] as const

const aVisit = (changes: Partial<Visit> = {}): Visit => ({
  ...{ id: randomUUID(), day: '2026-11-20', minutes: 40, result: 'done', met: '王秀英' },
  ...{ words: '老伴刚出院', photos: [], form: null },
  ...changes,
})

test('the form carries what the talk said, each answer with its basis', async () => {
  const { id, number } = await aHome(true)
  const opened = await real.office.assessments.openForm(real.adviser, id)
  expect(opened.number).toBe(number)
  expect(opened.questions.map(({ slot }) => slot)).toContain('child_home')
  expect(opened.questions.find(({ slot }) => slot === 'illness')).toMatchObject({
    question: expect.stringContaining('大病'),
    options: expect.arrayContaining([{ code: 'none', label: '没有' }]),
  })
  expect(opened.yardstick.model.indicators).toHaveLength(10)
  expect(opened.decided.every(({ by }) => by === null)).toBe(true)
})

test('confirming notes the answers in the request, freezes it and keeps both values', async () => {
  const { id, number } = await aHome(true)
  const { assessments } = real.office
  const opened = await assessments.openForm(real.adviser, id)
  const result = await assessments.confirm(real.adviser, id, filled(opened, { answers: WORSE }))
  expect(result).toMatchObject({ kind: 'confirmed', number })
  const found = await real.house.desk.readCase(real.adviser, number)
  expect(found.assessed.confirmed?.result.deprived).toMatchObject({
    ill: true,
    emp: true,
    sec: true,
  })
  expect(found.assessed.firstPass?.result.deprived.emp).toBeNull()
  const again = await assessments.openForm(real.adviser, id)
  expect(again.answers.find(({ slot }) => slot === 'work')).toMatchObject({
    value: 'jobless_long',
    basis: 'adviser',
  })
  expect(again.confirmed?.points[0]).toBeGreaterThan(again.firstPass?.points[0] ?? 12)
})

test('what somebody else changed meanwhile is told, not overwritten', async () => {
  const { id, number } = await aHome(true)
  const { assessments } = real.office
  const opened = await assessments.openForm(real.adviser, id)
  const income = { slot: 'income', value: 4200, message: 0, quote: '' }
  await real.house.desk.capture(real.adviser, number, income)
  const form = filled(opened, { answers: [{ slot: 'income', value: 3000, reason: '看了存折' }] })
  await expect(assessments.confirm(real.adviser, id, form)).rejects.toMatchObject({
    code: 'stale',
    details: { field: 'answers' },
  })
  const now = await assessments.openForm(real.adviser, id)
  expect(now.answers.find(({ slot }) => slot === 'income')?.value).toBe(4200)
})

test('without a request of one’s own a re-assessment stands in the file, with the table it used', async () => {
  const { id } = await aHome(false)
  const { assessments } = real.office
  const opened = await assessments.openForm(real.adviser, id)
  expect(opened.number).toBeNull()
  const decided = [{ code: 'soc', value: true, reason: '独居，三个月没人来过' }] as const
  const form = filled(opened, { answers: WORSE, decided, note: '入户看过' })
  const result = await assessments.confirm(real.adviser, id, form)
  expect(await assessments.confirm(real.adviser, id, form)).toEqual(result)
  const records = await real.files.listRecords(real.adviser, id, ['assessment'])
  expect(records).toHaveLength(1)
  expect(records[0]).toMatchObject({
    detail: { hash: opened.yardstick.model.hash, points: result.points },
    body: { deprived: { ill: true, soc: true }, note: '入户看过', confirmed: true },
  })
  const course = await real.office.file.course(real.adviser, id)
  expect(course.at(-1)).toMatchObject({ kind: 'again', grade: result.grade })
  const head = await real.files.openHousehold(real.adviser, id)
  expect(head).toMatchObject({ grade: result.grade, confirmed: true })
})

test('a visit that is sent twice is one service record and one re-assessment', async () => {
  const { id } = await aHome(false)
  const { assessments } = real.office
  const opened = await assessments.openForm(real.adviser, id)
  const visit = aVisit({ form: filled(opened, { answers: WORSE }) })
  const kept = await assessments.visit(real.adviser, id, visit)
  expect(kept.assessment).toMatchObject({ kind: 'again' })
  await assessments.visit(real.adviser, id, visit)
  const records = await real.files.listRecords(real.adviser, id, ['assessment', 'service'])
  expect(records.map(({ kind }) => kind).toSorted()).toEqual(['assessment', 'service'])
  expect(records.find(({ kind }) => kind === 'service')).toMatchObject({
    detail: { type: 'visit', assessment: visit.form?.id },
    body: { who: '王秀英', words: '老伴刚出院' },
  })
})

test('a visit confirms the open request, and what was cut off in the middle goes on', async () => {
  const { id, number } = await aHome(true)
  const { assessments } = real.office
  const opened = await assessments.openForm(real.adviser, id)
  const form = filled(opened, { answers: WORSE })
  await assessments.confirm(real.adviser, id, form)
  const now = await assessments.openForm(real.adviser, id)
  const visit = aVisit({ form: { ...form, basis: now.basis } })
  await assessments.visit(real.adviser, id, visit)
  const made = await real.files.assessmentsOf(real.adviser, id)
  expect(made.filter(({ kind }) => kind === 'confirmed')).toHaveLength(1)
  const services = await real.files.listRecords(real.adviser, id, ['service'])
  expect(services).toHaveLength(1)
  expect(number).not.toBe('')
})

test('two visits of one household at once: the second is told what the first changed', async () => {
  const { id } = await aHome(false)
  const { assessments } = real.office
  const opened = await assessments.openForm(real.adviser, id)
  await assessments.visit(real.adviser, id, aVisit({ form: filled(opened, { answers: WORSE }) }))
  const late = aVisit({ form: filled(opened, { answers: WORSE.slice(0, 1) }) })
  await expect(assessments.visit(real.adviser, id, late)).rejects.toMatchObject({ code: 'stale' })
  const services = await real.files.listRecords(real.adviser, id, ['service'])
  expect(services).toHaveLength(1)
})

test('an odd answer and a household of another street are refused', async () => {
  const { id } = await aHome(false)
  const { assessments } = real.office
  const opened = await assessments.openForm(real.adviser, id)
  const odd = filled(opened, { answers: [{ slot: 'illness', value: 'flu', reason: '不对' }] })
  await expect(assessments.confirm(real.adviser, id, odd)).rejects.toMatchObject({
    details: { field: 'illness' },
  })
  const stranger = await real.house.hire([JIANGSU])
  await expect(assessments.openForm(stranger, id)).rejects.toMatchObject({ code: 'not_found' })
})

test('a record of help says that the household is below the line, and calls for a new look', async () => {
  const { id } = await aHome(false)
  const { assessments } = real.office
  const opened = await assessments.openForm(real.adviser, id)
  await assessments.confirm(real.adviser, id, filled(opened))
  real.house.pass(60_000)
  await real.files.addRecord(real.adviser, id, {
    ...{ id: randomUUID(), kind: 'benefit', state: 'given' },
    detail: { kind: 'money', aim: 'floor', from: '2026-11', to: null, every: 'month', needs: [] },
    body: { item: '最低生活保障金', department: '民政', note: null },
  })
  const now = await assessments.openForm(real.adviser, id)
  expect(now.answers).toContainEqual(
    expect.objectContaining({ slot: 'receives', value: ['dibao'], basis: 'record' }),
  )
  expect(now.reasons).toContain('benefit')
})
