import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Plan } from '../../../src/core/casework/plan.ts'
import type { Staff } from '../../../src/core/people/role.ts'
import type { PlanFollows, PlanFrom, PlanLine, PlanStep } from '../../../src/work/ports/plans.ts'
import { HUAYANG, JIANGSU } from '../../support/a-case.ts'
import { ASKING } from '../../support/real-desk.ts'
import { openRealOffice, type RealOffice } from '../../support/real-office.ts'

let real: RealOffice
let lead: Staff
beforeAll(async () => {
  real = await openRealOffice()
  lead = await real.house.hire([HUAYANG], { role: 'supervisor', name: '陆主管' })
})
afterAll(() => real?.close())

const aHome = async () => (await real.files.openHousehold(real.adviser, await real.asks())).id

async function proposed(home: string, from: PlanFrom = { from: 'needs' }): Promise<Plan> {
  const { plan } = await real.office.plans.propose(real.adviser, home, from)
  const measures = plan.measures.map((each) => ({ ...each, id: each.id ?? randomUUID() }))
  return { ...plan, measures }
}

const save = (home: string, plan: Plan, follows: PlanFollows | null = null) =>
  real.office.plans.save(real.adviser, home, { id: randomUUID(), version: null, plan, follows })

const step = (home: string, line: PlanLine, which: PlanStep, staff = real.adviser, remark = '') =>
  real.office.plans.step(staff, home, line.record.id, line.record.version, { step: which, remark })

async function inForce(home: string, plan?: Plan): Promise<PlanLine> {
  const draft = await save(home, plan ?? (await proposed(home)))
  return step(home, await step(home, draft, 'submit'), 'approve', lead)
}

test('a plan is drafted from what the household needs, and names the rule of its kind of service', async () => {
  const home = await aHome()
  const { plan, rule } = await real.office.plans.propose(real.adviser, home, { from: 'needs' })
  expect(plan.needs.length).toBeGreaterThan(0)
  expect(plan.goals.map(({ need }) => need)).toEqual(
    plan.needs.filter((need) => plan.goals.some((goal) => goal.need === need)),
  )
  expect(plan.measures.every(({ dueOn, owner }) => dueOn && owner === real.adviser.id)).toBe(true)
  expect(['danger', 'extreme', 'high', 'able', 'medium', null]).toContain(rule)
})

test('a plan comes in force by another person than who wrote it, and its measures become work with a day', async () => {
  const home = await aHome()
  const draft = await save(
    home,
    await proposed(home, { from: 'template', template: 'serious_illness' }),
  )
  const sent = await step(home, draft, 'submit')
  await expect(step(home, sent, 'approve')).rejects.toMatchObject({ code: 'not_allowed' })
  const approved = await step(home, sent, 'approve', lead)
  expect(approved).toMatchObject({ record: { state: 'in_force' }, approvedBy: lead.id })
  const { measures } = await real.office.plans.ofHousehold(real.adviser, home)
  expect(measures).toHaveLength(4)
  expect(measures.map(({ record }) => record.state)).toEqual(Array(4).fill('due'))
  const due = await real.files.findRecords(real.adviser, {
    ...{ kinds: ['measure'], open: true, dueUntil: '2026-11-23', owner: real.adviser.id },
  })
  expect(due.some(({ household }) => household === home)).toBe(true)
})

test('who may approve is called when a plan is sent off, and its author when it is decided', async () => {
  const { desk } = real.house
  const boss = await real.house.hire([HUAYANG], { role: 'supervisor' })
  const home = await aHome()
  const draft = await save(home, await proposed(home))
  const about = `/households/${home}/plan`
  const bells = async (staff: Staff) =>
    (await desk.listNotices(staff)).filter((each) => `/${each.about}` === about)
  const sent = await step(home, draft, 'submit')
  expect(await bells(boss)).toMatchObject([{ kind: 'plan_submitted', seen: false }])
  expect(await bells(real.adviser)).toEqual([])
  const back = await step(home, sent, 'return', boss, '回访日太晚')
  await step(home, await step(home, back, 'submit'), 'approve', boss)
  expect((await bells(real.adviser)).map(({ kind }) => kind).sort()).toEqual([
    'plan_approved',
    'plan_returned',
  ])
})

test('a supervisor who wrote in the plan cannot approve it', async () => {
  const home = await aHome()
  const plan = await proposed(home)
  const draft = await save(home, plan)
  const { id, version } = draft.record
  const reworded = { ...plan, note: '先看病' }
  const changed = await real.office.plans.save(lead, home, {
    ...{ id, version, plan: reworded, follows: null },
  })
  const sent = await step(home, changed, 'submit')
  await expect(step(home, sent, 'approve', lead)).rejects.toMatchObject({ code: 'same_person' })
  const other = await real.house.hire([HUAYANG], { role: 'supervisor', name: '顾主管' })
  expect((await step(home, sent, 'approve', other)).record.state).toBe('in_force')
})

test('of two who write on one plan the second is told, and every version is kept with its author', async () => {
  const home = await aHome()
  const plan = await proposed(home)
  const { record } = await save(home, plan)
  const write = (staff: Staff, note: string) =>
    real.office.plans.save(staff, home, {
      ...{ id: record.id, version: record.version, plan: { ...plan, note }, follows: null },
    })
  await write(lead, '主管写的')
  await expect(write(real.adviser, '顾问写的')).rejects.toMatchObject({
    code: 'stale',
    details: { version: 2 },
  })
  const past = await real.office.plans.past(real.adviser, home, record.id)
  expect(past).toMatchObject([{ version: 1, by: { id: real.adviser.id }, plan: { note: '' } }])
  const { plans } = await real.office.plans.ofHousehold(real.adviser, home)
  expect(plans).toMatchObject([
    { plan: { note: '主管写的' }, record: { changedBy: { id: lead.id } } },
  ])
})

test('a draft sent twice is kept once; with other words under the same id its author is told', async () => {
  const home = await aHome()
  const first = { id: randomUUID(), version: null, plan: await proposed(home), follows: null }
  const { record } = await real.office.plans.save(real.adviser, home, first)
  const again = await real.office.plans.save(real.adviser, home, first)
  expect(again.record).toEqual(record)
  const other = { ...first, plan: { ...first.plan, note: '又想了想' } }
  await expect(real.office.plans.save(real.adviser, home, other)).rejects.toMatchObject({
    ...{ code: 'stale', details: { version: 1 } },
  })
})

test('what is sent back says why, and what was sent off is not reworded', async () => {
  const home = await aHome()
  const plan = await proposed(home)
  const sent = await step(home, await save(home, plan), 'submit')
  const { id, version } = sent.record
  await expect(
    real.office.plans.save(real.adviser, home, { id, version, plan, follows: null }),
  ).rejects.toMatchObject({ code: 'stale' })
  const back = await step(home, sent, 'return', lead, '少了陪诊')
  expect(back).toMatchObject({ record: { state: 'draft' }, remark: '少了陪诊', submittedBy: null })
})

test('a series is due anew each time until it ends; what was done is attributed', async () => {
  const home = await aHome()
  await inForce(home, await proposed(home, { from: 'template', template: 'elder_alone' }))
  const weekly = async () => {
    const { measures } = await real.office.plans.ofHousehold(real.adviser, home)
    const found = measures.find(({ words }) => words.includes('每周'))
    if (!found) throw new Error('no weekly measure')
    return found
  }
  const { record } = await weekly()
  expect(record.dueOn).toBe('2026-11-25')
  const how = { step: 'done', words: '聊了半小时' } as const
  await real.office.plans.stepMeasure(lead, home, record.id, record.version, how)
  expect(await weekly()).toMatchObject({
    ...{ times: 1, notes: [{ by: { id: lead.id }, words: '聊了半小时' }] },
    record: { state: 'under_way', open: true, dueOn: '2026-12-02' },
  })
})

test('the second phase leaves behind what was met, settles its need, and ends the first', async () => {
  const home = await aHome()
  const first = await inForce(home)
  const goal = first.plan?.goals[0]
  const { id, version } = first.record
  await real.office.plans.meet(real.adviser, home, id, version, {
    ...{ goal: goal?.id ?? '', met: true, id: randomUUID() },
  })
  const needs = await real.office.file.needs(real.adviser, home)
  expect(needs.find(({ code }) => code === goal?.need)?.state).toBe('met')
  const next = await proposed(home, { from: 'next_phase' })
  expect(next.goals.map(({ id: name }) => name)).not.toContain(goal?.id)
  const added = { id: 'g9', words: '学一门手艺', need: null }
  const second = await save(home, { ...next, goals: [...next.goals, added] }, 'next_phase')
  expect(second).toMatchObject({ phase: 2, follows: { id, how: 'next_phase' } })
  await step(home, await step(home, second, 'submit'), 'approve', lead)
  const { plans, measures } = await real.office.plans.ofHousehold(real.adviser, home)
  const states = plans.map(({ phase, record }) => [phase, record.state])
  expect(states.sort()).toEqual([
    [1, 'done'],
    [2, 'in_force'],
  ])
  const gone = first.plan?.measures.filter((each) => each.goal === goal?.id) ?? []
  const left = measures.filter(({ record }) => gone.some((each) => each.id === record.id))
  expect(left.map(({ record }) => record.state)).toEqual(gone.map(() => 'dropped'))
})

test('the bot tells the plan and asks; answer, words and day come into it, and its author is called', async () => {
  const { house, adviser, files } = real
  const known = new Set(
    (await house.desk.listCases(adviser, { list: 'all' })).rows.map((row) => row.number),
  )
  const resident = house.resident()
  for (const line of [...ASKING, '现在就交', '好']) await resident.says(line)
  const { rows } = await house.desk.listCases(adviser, { list: 'all' })
  const number = rows.find((row) => !known.has(row.number))?.number ?? ''
  const { id: home } = await files.openHousehold(adviser, number)
  const draft = await save(home, await proposed(home))
  const { id, version } = draft.record
  const asked = await real.office.plans.ask(adviser, home, id, version, '1. 看得起病\n· 四医联动')
  expect(asked).toMatchObject({ agreement: null, asked: { by: adviser.id, on: '2026-11-20' } })
  const said = (await resident.reads()).slice(-3)
  expect(said[0]).toContain('方案')
  expect(said[1]).toContain('看得起病')
  expect(said[2]).toContain('行不行')
  await expect(
    real.office.plans.ask(adviser, home, id, asked.record.version, '再念一遍'),
  ).rejects.toMatchObject({ code: 'open_talk' })

  const line = async () => (await real.office.plans.ofHousehold(adviser, home)).plans[0]
  await resident.says('3')
  expect((await line())?.agreement).toMatchObject({
    ...{ answer: 'wants_change', by: 'chat', on: '2026-11-20', words: '' },
  })
  await resident.says('药费最要紧，先办那个')
  expect(await line()).toMatchObject({
    agreement: { answer: 'wants_change', words: '药费最要紧，先办那个' },
    record: { state: 'draft' },
  })
  const bells = await house.desk.listNotices(adviser)
  expect(bells.filter(({ kind }) => kind === 'plan_answered')).toHaveLength(1)

  const now = await line()
  const plan = { ...(draft.plan as Plan), note: '先办药费' }
  const again = await real.office.plans.save(adviser, home, {
    ...{ id, version: now?.record.version ?? 0, plan, follows: null },
  })
  expect(again).toMatchObject({ agreement: null, asked: null })
})

test('what the household said is noted, and counts no more once the plan is reworded', async () => {
  const home = await aHome()
  const plan = await proposed(home)
  const { record } = await save(home, plan)
  const agreed = await real.office.plans.agree(real.adviser, home, record.id, 1, {
    ...{ answer: 'yes', by: 'in_person', words: '都听懂了' },
  })
  expect(agreed.agreement).toMatchObject({ answer: 'yes', on: '2026-11-20', words: '都听懂了' })
  const reworded = await real.office.plans.save(real.adviser, home, {
    ...{ id: record.id, version: 2, plan: { ...plan, note: '改了' }, follows: null },
  })
  expect(reworded.agreement).toBeNull()
})

test('a supervisor finds what waits for approval across the street; other streets find nothing', async () => {
  const home = await aHome()
  const sent = await step(home, await save(home, await proposed(home)), 'submit')
  const { plans } = await real.office.plans.across(lead)
  expect(plans.map(({ line }) => line.record.id)).toContain(sent.record.id)
  const stranger = await real.house.hire([JIANGSU], { role: 'supervisor' })
  expect(await real.office.plans.across(stranger)).toEqual({ plans: [], measures: [] })
  await expect(step(home, sent, 'approve', stranger)).rejects.toMatchObject({ code: 'not_found' })
})

test('a measure of a goal that the plan does not have is refused', async () => {
  const home = await aHome()
  const plan = await proposed(home)
  const wrong = plan.measures.map((each) => ({ ...each, goal: 'g99' }))
  await expect(save(home, { ...plan, measures: wrong })).rejects.toMatchObject({
    ...{ code: 'bad_request', details: { field: 'plan.measures' } },
  })
})
