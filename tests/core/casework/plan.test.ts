import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { HELP_AIMS, HELP_KINDS } from '../../../src/core/casework/benefit-ledger.ts'
import { COMPARABLE, DEPARTMENTS, VOTES } from '../../../src/core/casework/consultation.ts'
import { draftPlan, nextPlan, planFromTemplate } from '../../../src/core/casework/draft-plan.ts'
import {
  AGREED,
  AGREED_BY,
  MEASURE_SOURCES,
  type Measure,
  type Plan,
  RHYTHMS,
  TIERS,
} from '../../../src/core/casework/plan.ts'
import type { PlanBook } from '../../../src/core/casework/plan-book.ts'
import { dayAfter, nextInSeries } from '../../../src/core/casework/plan-days.ts'
import { planTier } from '../../../src/core/casework/plan-tier.ts'
import { planWarnings } from '../../../src/core/casework/plan-warnings.ts'
import type { Calendar } from '../../../src/core/routing/calendar.ts'
import { loadCalendar } from '../../../src/edge/sources/clocks.ts'
import { FOLDERS } from '../../../src/edge/sources/house.ts'
import { loadPlans } from '../../../src/edge/sources/plans.ts'
import { loadTexts } from '../../../src/edge/sources/texts.ts'

let book: PlanBook
let calendar: Calendar
beforeAll(async () => {
  book = await loadPlans(join(FOLDERS.data, 'plans'))
  calendar = await loadCalendar(join(FOLDERS.data, 'calendar'))
})

const drafting = (needs: readonly string[]) => ({
  ...{ needs, tier: 'safety_net' as const, today: '2026-11-20', calendar, owner: null },
})

const kept = (proposed: ReturnType<typeof draftPlan>): Plan => ({
  ...proposed,
  measures: proposed.measures.map((each, index) => ({ ...each, id: each.id ?? `m${index}` })),
})

test.each([
  [{ crisis: true, grade: 'low' }, 'protection'],
  [{ urgency: 'now', grade: 'none' }, 'protection'],
  [{ grade: 'high', extreme: true }, 'protection'],
  [{ grade: 'high', crisis: false, urgency: 'normal', extreme: false }, 'safety_net'],
  [{ grade: 'medium', can_work: true }, 'development'],
  [{ grade: 'medium', child: true, can_work: false }, 'development'],
  [{ grade: 'medium', child: false, can_work: false }, 'safety_net'],
  [{ grade: 'medium' }, 'safety_net'],
  [{ grade: 'low' }, 'prevention'],
  [{}, 'prevention'],
])('a household with %j is served as %s', (facts, tier) => {
  expect(planTier(book, facts).tier).toBe(tier)
})

test('a draft has a goal with measures for each need, due on working days, and a day of review', () => {
  const plan = draftPlan(book, drafting(['ill', 'soc']))
  expect(plan.goals.map(({ id, need }) => [id, need])).toEqual([
    ['g1', 'ill'],
    ['g2', 'soc'],
  ])
  expect(plan.measures.every(({ goal }) => ['g1', 'g2'].includes(goal ?? ''))).toBe(true)
  expect(plan.reviewOn).toBe('2026-12-21')
  expect(planWarnings(kept(plan))).toEqual([])
})

test('every need that a talk can hear has a goal in the book', () => {
  const codes = ['inc', 'hou', 'ill', 'dis', 'edu', 'emp', 'sec', 'soc', 'cbu', 'cen', 'emo']
  for (const code of codes) expect(book.goals.get(code)?.measures.length, code).toBeGreaterThan(0)
})

test('a template counts its days from the day it is used, over the weekend', () => {
  const plan = planFromTemplate(book, drafting(['ill']), 'serious_illness')
  expect(plan?.measures[0]?.dueOn).toBe('2026-11-23')
  expect(plan?.measures[2]).toMatchObject({ every: 'biweekly', until: '2027-06-04' })
  expect(planFromTemplate(book, drafting([]), 'no_such')).toBeUndefined()
})

test('the next plan leaves behind what was met, keeps the rest under its ids, and answers new needs', () => {
  const first = kept(draftPlan(book, drafting(['ill', 'soc'])))
  const [, second] = first.measures.filter(({ goal }) => goal === 'g2')
  const next = nextPlan(book, drafting(['ill', 'soc', 'emp']), first, {
    met: new Set(['g1']),
    done: new Set([second?.id ?? '']),
  })
  expect(next.goals.map(({ id, need }) => [id, need])).toEqual([
    ['g2', 'soc'],
    ['g3', 'emp'],
  ])
  expect(next.needs).toEqual(['soc', 'emp'])
  const old = next.measures.filter(({ id }) => id !== null)
  expect(old.map(({ goal }) => goal)).toEqual(['g2'])
  expect(next.measures.filter(({ id }) => id === null).map(({ goal }) => goal)).toEqual([
    'g3',
    'g3',
  ])
})

test('only money for who is lonely, a goal without a measure and a need without a goal are pointed out', () => {
  const aMeasure: Measure = {
    ...{ id: 'm1', goal: 'g1', words: '补助', source: 'policy', kind: 'money', aim: 'floor' },
    ...{ who: '街道', owner: null, dueOn: '2026-12-01', every: 'once', until: null },
  }
  const plan: Plan = {
    ...{ tier: 'safety_net', needs: ['soc', 'inc'], reviewOn: null, note: '' },
    goals: [
      { id: 'g1', words: '有钱用', need: 'inc' },
      { id: 'g2', words: '有人陪', need: null },
    ],
    measures: [aMeasure],
  }
  expect(planWarnings(plan)).toEqual([
    { code: 'goal_without_measure', about: 'g2' },
    { code: 'need_without_goal', about: 'soc' },
    { code: 'only_cash' },
    { code: 'no_review' },
  ])
  const withCompany = { ...aMeasure, id: 'm2', goal: 'g2', kind: 'mind' as const }
  const better = { ...plan, measures: [aMeasure, withCompany] }
  expect(planWarnings(better).map(({ code }) => code)).not.toContain('only_cash')
})

test('a series goes on by its rhythm until its last day', () => {
  expect(nextInSeries('2026-12-25', 'weekly', null, calendar)).toBe('2027-01-04')
  expect(nextInSeries('2026-12-25', 'monthly', '2027-01-10', calendar)).toBeNull()
  expect(nextInSeries('2026-12-25', 'once', null, calendar)).toBeNull()
  expect(dayAfter('2026-11-20', { unit: 'working_day', count: 1 }, calendar)).toBe('2026-11-23')
})

test('every code of plans and conferences has its word', async () => {
  const chinese = join(FOLDERS.locales, 'zh-CN')
  const plan = await loadTexts(chinese, 'office/plan')
  const consultation = await loadTexts(chinese, 'office/consultation')
  const keys = (list: string, codes: Iterable<string>) =>
    [...codes].map((code) => `${list}.${code}`)
  const ofPlan = [
    ...keys('tier', TIERS),
    ...keys('source', MEASURE_SOURCES),
    ...keys('kind', HELP_KINDS),
    ...keys('aim', HELP_AIMS),
    ...keys('every', RHYTHMS),
    ...keys('agree.answers', AGREED),
    ...keys('agree.by', AGREED_BY),
    ...keys('need', book.goals.keys()),
    ...keys(
      'plan.rules',
      book.tiers.map(({ id }) => id),
    ),
  ]
  expect(ofPlan.filter((key) => !plan.has(key))).toEqual([])
  const ofConsultation = [
    ...keys('department', DEPARTMENTS),
    ...keys('opinion', VOTES),
    ...keys('comparable', COMPARABLE),
  ]
  expect(ofConsultation.filter((key) => !consultation.has(key))).toEqual([])
})
