import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  AID_REFUSALS,
  type AidRules,
  aidRuleOn,
  missingPapers,
} from '../../../src/core/casework/aid.ts'
import { aidTimes } from '../../../src/core/casework/aid-times.ts'
import { workingDaysAfter } from '../../../src/core/casework/working-days-after.ts'
import { isWorkingDay } from '../../../src/core/routing/calendar.ts'
import { addDays, MINUTE } from '../../../src/core/time.ts'
import { loadAid } from '../../../src/edge/sources/aid.ts'
import { loadCalendar } from '../../../src/edge/sources/clocks.ts'
import { FOLDERS } from '../../../src/edge/sources/house.ts'
import { loadPartners } from '../../../src/edge/sources/partners.ts'

const calendar = await loadCalendar(`${FOLDERS.data}/calendar`)
const rules = await loadAid(FOLDERS.data)

test('five working days after a Friday is the next Friday; over the National Day it is ten days on', () => {
  expect(workingDaysAfter('2026-11-20', 5, calendar)).toBe('2026-11-27')
  expect(isWorkingDay('2026-10-01', calendar)).toBe(false)
  expect(workingDaysAfter('2026-09-30', 1, calendar) > '2026-10-03').toBe(true)
})

test('a deadline is a working day with exactly so many working days up to it', () => {
  const days = fc.integer({ min: 0, max: 400 }).map((ahead) => addDays('2026-01-01', ahead))
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 30 }), (from, count) => {
      const due = workingDaysAfter(from, count, calendar)
      let working = 0
      for (let day = addDays(from, 1); day <= due; day = addDays(day, 1)) {
        if (isWorkingDay(day, calendar)) working++
      }
      expect(isWorkingDay(due, calendar)).toBe(true)
      expect(working).toBe(count)
    }),
  )
})

test('a newer rule holds from its day on, and not a day before', () => {
  const first = { from: '2020-01-01', papersWithin: 5, limit: 1, source: '' }
  const dated: AidRules = { ...rules, rules: [first, { ...first, from: '2027-01-01', limit: 2 }] }
  expect(aidRuleOn(dated, '2026-12-31').limit).toBe(1)
  expect(aidRuleOn(dated, '2027-01-01').limit).toBe(2)
  expect(aidRuleOn(dated, '2019-01-01').limit).toBe(1)
})

test('of the papers, only those that must be there are missing', () => {
  expect(missingPapers(rules, [])).toEqual(['identity_card', 'application'])
  expect(missingPapers(rules, ['application', 'other'])).toEqual(['identity_card'])
})

test('the time of a step is that of the one in the middle; who has not come so far does not count', () => {
  const times = aidTimes([
    { begun: 0, paid: 10 * MINUTE },
    { begun: 0, paid: 30 * MINUTE },
    { begun: 0, paid: 200 * MINUTE },
    { begun: 0 },
  ])
  expect(times.find(({ step }) => step === 'paid')).toEqual({ step: 'paid', count: 3, median: 30 })
  expect(times.find(({ step }) => step === 'done')).toEqual({
    step: 'done',
    count: 0,
    median: null,
  })
})

test('every reason of a refusal has its sentence, and the review says where one may go', () => {
  for (const reason of AID_REFUSALS) expect(rules.refusals[reason]?.length).toBeGreaterThan(5)
  expect(rules.review.text).toContain('{office}')
  expect(rules.review.text).toContain('行政复议')
})

test('the offices of the joint help are all in the book, each once', async () => {
  const { departments } = await loadPartners(FOLDERS.data)
  const ids = departments.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(
    expect.arrayContaining([
      'health',
      'education',
      'emergency',
      'insurance',
      'housing',
      'labour',
      'police',
    ]),
  )
})
