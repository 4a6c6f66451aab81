import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Assessed,
  assessmentCourse,
  assessmentNow,
} from '../../../src/core/casework/assessment-course.ts'
import {
  type Benefit,
  benefitLedger,
  monthsBetween,
} from '../../../src/core/casework/benefit-ledger.ts'
import { ageOn } from '../../../src/core/casework/member.ts'
import { needsList } from '../../../src/core/casework/needs-list.ts'
import { maskId } from '../../../src/core/people/mask-id.ts'

const aBenefit = (changes: Partial<Benefit> = {}): Benefit => ({
  ...{ id: 'a', item: '低保金', department: '民政', kind: 'money', aim: 'floor' },
  ...{ from: '2026-08', to: null, every: 'month', amount: 159_500, needs: ['inc'] },
  ...changes,
})

test('a ledger adds up months until now, once where it is given once', () => {
  const all = [
    aBenefit(),
    aBenefit({ id: 'b', item: '慰问', department: '街道', every: 'once', amount: 50_000 }),
  ]
  const ledger = benefitLedger(all, ['inc', 'soc'], '2026-11')
  expect(ledger).toMatchObject({ total: 4 * 159_500 + 50_000, monthly: 159_500, gaps: ['soc'] })
  expect(ledger.byDepartment[0]).toEqual({ department: '民政', total: 4 * 159_500 })
  expect(ledger.overlaps).toEqual([])
})

test('the same item in the same month is flagged, whoever gives it; one after the other is not', () => {
  const twice = [
    aBenefit({ to: '2026-09' }),
    aBenefit({ id: 'b', item: '低保金 ', department: '街道', from: '2026-09' }),
  ]
  expect(benefitLedger(twice, [], '2026-11').overlaps).toEqual([
    { ids: ['a', 'b'], from: '2026-09', to: '2026-09' },
  ])
  const after = [aBenefit({ to: '2026-09' }), aBenefit({ id: 'b', from: '2026-10' })]
  expect(benefitLedger(after, [], '2026-11').overlaps).toEqual([])
})

test('totals of departments and of kinds are the total, whatever is given', () => {
  const month = fc
    .integer({ min: 0, max: 40 })
    .map((at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)
  const benefit = fc.record({
    ...{ id: fc.uuid(), item: fc.string(), department: fc.constantFrom('民政', '医保', '街道') },
    ...{ kind: fc.constantFrom('money', 'goods', 'service', 'mind'), aim: fc.constant('floor') },
    ...{ from: month, to: fc.option(month), every: fc.constantFrom('month', 'once') },
    ...{ amount: fc.option(fc.nat(1_000_000)), needs: fc.constant([]) },
  }) as fc.Arbitrary<Benefit>
  fc.assert(
    fc.property(fc.array(benefit, { maxLength: 8 }), month, (benefits, now) => {
      const { total, byDepartment, byKind } = benefitLedger(benefits, [], now)
      expect(byDepartment.reduce((all, each) => all + each.total, 0)).toBe(total)
      expect(Object.values(byKind).reduce((all, each) => all + each, 0)).toBe(total)
    }),
  )
})

test('months are counted with both ends', () => {
  expect(monthsBetween('2025-12', '2026-01')).toBe(2)
  expect(monthsBetween('2026-02', '2026-01')).toBe(0)
})

test('needs come from the assessment, from confirmed words and from advisers, each once', () => {
  const heard = (code: string, confirmed: boolean | null) => ({
    ...{ code, confirmed, polarity: 'present', quote: `说到${code}` },
  })
  const lines = needsList({
    deprived: { inc: true, hou: false, ill: null, soc: true },
    heard: [heard('ill', true), heard('emp', null), heard('inc', true)],
    written: [
      { id: 'n1', version: 3, state: 'met', code: 'soc', urgency: 'normal', words: null },
      { id: 'n2', version: 1, state: 'unmet', code: null, urgency: 'now', words: '要轮椅' },
    ],
  })
  expect(lines.map(({ code, words, state, source }) => [code ?? words, state, source])).toEqual([
    ['要轮椅', 'unmet', 'hand'],
    ['inc', 'unmet', 'indicator'],
    ['ill', 'unmet', 'heard'],
    ['soc', 'met', 'hand'],
  ])
  expect(lines[1]?.quote).toBe('说到inc')
})

const assessed = (
  at: number,
  kind: Assessed['kind'],
  value: boolean | null,
  number = '1',
): Assessed => ({
  ...{ id: `${at}`, at, kind, number, by: null, model: 'm', points: [0, 1], grade: null },
  indicators: [{ code: 'inc', name: '收入困境', dimension: '物质', weight: 1, value }],
})

test('of a talk only its last first pass counts, and each step says what changed', () => {
  const course = assessmentCourse([
    ...[assessed(1, 'first_pass', null), assessed(2, 'first_pass', false)],
    ...[assessed(3, 'confirmed', true), assessed(4, 'first_pass', null, '2')],
  ])
  expect(course.map(({ at, changed }) => [at, changed])).toEqual([
    [2, []],
    [3, [{ code: 'inc', from: false, to: true }]],
    [4, [{ code: 'inc', from: true, to: null }]],
  ])
  expect(course[1]?.dimensions).toEqual([{ name: '物质', low: 1, high: 1, most: 1 }])
  expect(assessmentNow(course)?.at).toBe(3)
})

test('an age is known by a day or by a year, or not at all', () => {
  expect(ageOn('1944-12-01', '2026-11-20')).toBe(81)
  expect(ageOn('1944-11-20', '2026-11-20')).toBe(82)
  expect(ageOn('1944', '2026-11-20')).toBe(82)
  expect(ageOn('不详', '2026-11-20')).toBe(null)
  expect(ageOn(null, '2026-11-20')).toBe(null)
})

test('of an identity number the last four stay', () => {
  expect(maskId('31010519470302002X')).toBe('**************002X')
})
