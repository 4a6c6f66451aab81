import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Department } from '../../../src/core/casework/consultation.ts'
import type { Staff } from '../../../src/core/people/role.ts'
import type { ConsultationLine } from '../../../src/work/ports/consultations.ts'
import { JIANGSU } from '../../support/a-case.ts'
import { openRealOffice, type RealOffice } from '../../support/real-office.ts'

let real: RealOffice
/** Of the health department: works for another street. */
let doctor: Staff
beforeAll(async () => {
  real = await openRealOffice()
  doctor = await real.house.hire([JIANGSU], { name: '卫健 小周' })
})
afterAll(() => real?.close())

const aHome = async () => (await real.files.openHousehold(real.adviser, await real.asks())).id

const aMember = (department: Department, name: string, staff: string | null) => ({
  ...{ id: randomUUID(), department, name, staff },
})

const aPaper = (title: string, audience: 'all' | 'street' | Department) => ({
  ...{ id: randomUUID(), title, words: `${title}的内容`, audience },
})

async function called(home: string): Promise<ConsultationLine> {
  return real.office.consultations.call(real.adviser, home, {
    ...{ id: randomUUID(), question: '收入超线，但药费压垮了，怎么帮？', dueOn: '2026-12-01' },
    members: [
      aMember('health', '卫健 小周', doctor.id),
      aMember('civil_affairs', '民政 小邓', real.adviser.id),
      aMember('education', '学校 李老师', null),
    ],
    materials: [
      aPaper('病情', 'health'),
      aPaper('家访记录', 'street'),
      aPaper('开支', 'all'),
      aPaper('学籍', 'education'),
    ],
  })
}

const memberOf = (line: ConsultationLine, department: Department) =>
  line.body?.members.find((member) => member.department === department)?.id ?? ''

const hold = (line: ConsultationLine) => {
  const { members = [], materials = [] } = line.body ?? {}
  const { id, version } = line.record
  const what = { minutes: '各部门到齐', members, materials }
  return real.office.consultations.hold(real.adviser, id, version, what)
}

const opine = (
  staff: Staff,
  line: ConsultationLine,
  department: Department,
  vote: 'for' | 'against',
  words = '',
) => {
  const what = { member: memberOf(line, department), vote, words }
  return real.office.consultations.opine(staff, line.record.id, what)
}

const ending = () => ({
  words: '按支出型困难家庭先帮半年',
  measure: {
    ...{ id: randomUUID(), words: '递支出型救助申请', owner: real.adviser.id },
    dueOn: '2026-12-04',
  },
  comparable: ['income_misfit'] as const,
})

test('a member from another street reads the question and their own papers, and not whose home it is', async () => {
  const line = await called(await aHome())
  const theirs = await real.office.consultations.read(doctor, line.record.id)
  expect(theirs).toMatchObject({
    beyond: true,
    where: { household: null, number: null, name: '王**' },
  })
  expect(theirs.body?.materials.map(({ title }) => title)).toEqual(['病情', '开支'])
  expect(theirs.body?.facts.needs.length).toBeGreaterThan(0)
  const listed = await real.office.consultations.list(doctor, {})
  expect(listed.map(({ record }) => record.id)).toContain(line.record.id)
})

test('who was not asked sees nothing of it, and a member nothing else of the household', async () => {
  const home = await aHome()
  const line = await called(home)
  const stranger = await real.house.hire([JIANGSU])
  await expect(real.office.consultations.read(stranger, line.record.id)).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(await real.office.consultations.list(stranger, {})).toEqual([])
  await expect(real.files.openHousehold(doctor, home)).rejects.toMatchObject({ code: 'not_found' })
  await expect(real.files.listRecords(doctor, home)).rejects.toMatchObject({ code: 'not_found' })
})

test('the district sees the household, and its conference only when it was asked to it', async () => {
  const home = await aHome()
  const line = await called(home)
  const officer = await real.house.hire([], { role: 'district' })
  expect((await real.files.openHousehold(officer, home)).id).toBe(home)
  await expect(real.office.consultations.read(officer, line.record.id)).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(await real.office.consultations.ofHousehold(officer, home)).toEqual([])
  const { members = [], materials = [] } = line.body ?? {}
  const asked = [...members, aMember('civil_affairs', '区民政 老钱', officer.id)]
  await real.office.consultations.hold(real.adviser, line.record.id, line.record.version, {
    ...{ minutes: '', materials, members: asked },
  })
  const theirs = await real.office.consultations.read(officer, line.record.id)
  expect(theirs).toMatchObject({ beyond: true, where: { name: '王**' } })
  expect(await real.office.consultations.ofHousehold(officer, home)).toHaveLength(1)
})

test('who is taken off the list of members sees it no more', async () => {
  const line = await called(await aHome())
  const { members = [], materials = [] } = line.body ?? {}
  const { id, version } = line.record
  await real.office.consultations.hold(real.adviser, id, version, {
    ...{ minutes: '', materials, members: members.filter(({ staff }) => staff !== doctor.id) },
  })
  await expect(real.office.consultations.read(doctor, id)).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('each member has one opinion; another person writes only for who has no account', async () => {
  const line = await called(await aHome())
  await opine(doctor, line, 'health', 'against', '先查清病情')
  const changed = await opine(doctor, line, 'health', 'for', '病历看过了，该帮')
  expect(changed.opinions).toMatchObject([{ vote: 'for', forThem: false, by: { id: doctor.id } }])
  await expect(opine(real.adviser, line, 'health', 'for')).rejects.toMatchObject({
    code: 'not_allowed',
  })
  await expect(opine(doctor, line, 'education', 'for')).rejects.toMatchObject({
    code: 'not_allowed',
  })
  const both = await opine(real.adviser, line, 'education', 'for', '孩子成绩掉了')
  expect(both.opinions.map(({ forThem }) => forThem).sort()).toEqual([false, true])
})

test('the bell rings for who is asked, when opinions are awaited, and at the end, and names no home', async () => {
  const nurse = await real.house.hire([JIANGSU])
  const home = await aHome()
  const line = await real.office.consultations.call(real.adviser, home, {
    ...{ id: randomUUID(), question: '怎么帮？', dueOn: null, materials: [] },
    members: [aMember('health', '护士', nurse.id), aMember('civil_affairs', '邓', real.adviser.id)],
  })
  const { id } = line.record
  const bells = async (staff: Staff) =>
    (await real.house.desk.listNotices(staff)).filter(
      ({ about }) => about === `consultations/${id}`,
    )
  expect(await bells(nurse)).toMatchObject([{ kind: 'consultation_called', number: '' }])
  const open = await hold(line)
  expect((await bells(nurse)).map(({ kind }) => kind)).toContain('consultation_awaits')
  await hold(open)
  await opine(nurse, line, 'health', 'for')
  const again = await real.office.consultations.read(real.adviser, id)
  await real.office.consultations.conclude(real.adviser, id, again.record.version, ending())
  expect((await bells(nurse)).map(({ kind }) => kind).sort()).toEqual([
    'consultation_awaits',
    'consultation_called',
    'consultation_concluded',
  ])
  expect(await bells(real.adviser)).toEqual([])
})

test('of an opinion and the conclusion at the same moment none is lost', async () => {
  const line = await called(await aHome())
  const { id } = line.record
  const { record } = await hold(line)
  const [said, ended] = await Promise.allSettled([
    opine(doctor, line, 'health', 'against', '再想想'),
    real.office.consultations.conclude(real.adviser, id, record.version, ending()),
  ])
  expect(ended.status).toBe('fulfilled')
  const { body, opinions } = await real.office.consultations.read(real.adviser, id)
  const counted = body?.conclusion?.votes.against
  expect([counted, opinions.length]).toEqual(said.status === 'fulfilled' ? [1, 1] : [0, 0])
})

test('it ends with a conclusion, its votes and dissent, and a measure of the plan with owner and day', async () => {
  const home = await aHome()
  const line = await called(home)
  const { id } = line.record
  await opine(doctor, line, 'health', 'against', '怕开了口子')
  await opine(real.adviser, line, 'civil_affairs', 'for')
  await expect(
    real.office.consultations.conclude(real.adviser, id, line.record.version, ending()),
  ).rejects.toMatchObject({ code: 'stale' })
  const open = await hold(line)
  expect(open.record.state).toBe('open')
  const { version } = open.record
  await expect(
    real.office.consultations.conclude(doctor, id, version, ending()),
  ).rejects.toMatchObject({ code: 'not_allowed' })
  const ended = await real.office.consultations.conclude(real.adviser, id, version, ending())
  expect(ended).toMatchObject({
    record: { state: 'concluded', open: false },
    comparable: ['income_misfit'],
    body: {
      conclusion: {
        votes: { for: 1, against: 1, abstain: 0 },
        dissent: [{ name: '卫健 小周', words: '怕开了口子' }],
      },
    },
  })
  const { measures } = await real.office.plans.ofHousehold(real.adviser, home)
  expect(measures).toMatchObject([
    {
      ...{ words: '递支出型救助申请', consultation: id },
      record: { state: 'due', dueOn: '2026-12-04', owner: { id: real.adviser.id } },
    },
  ])
  const { plan } = await real.office.plans.propose(real.adviser, home, { from: 'needs' })
  expect(plan.measures.map(({ words }) => words)).toContain('递支出型救助申请')
  await expect(opine(doctor, line, 'health', 'for')).rejects.toMatchObject({ code: 'stale' })
  const alike = await real.office.consultations.list(real.adviser, { comparable: 'income_misfit' })
  expect(alike.map(({ record }) => record.id)).toContain(id)
  expect(await real.office.consultations.list(real.adviser, { comparable: 'sudden' })).toEqual([])
})
