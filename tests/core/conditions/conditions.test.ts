import { expect, test } from 'vitest'
import type { FactTypes } from '../../../src/core/conditions/fact-types.ts'
import { compute, judge } from '../../../src/core/conditions/judge.ts'
import { parseCondition, parseExpression } from '../../../src/core/conditions/parse.ts'
import { printExpression } from '../../../src/core/conditions/print.ts'
import type { Facts } from '../../../src/core/conditions/value.ts'

const read = (text: string, types?: FactTypes) => {
  const parsed = parseExpression(text, types)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.condition
}
const verdict = (text: string, facts: Facts) => judge(read(text), facts).value
const codes = (text: string, types?: FactTypes) => {
  const parsed = parseCondition(text, types)
  return parsed.ok ? [] : parsed.problems.map((problem) => problem.code)
}

test.each<[string, Facts, boolean | null]>([
  ['income < 1595', {}, null],
  ['income < 1595', { income: 1594 }, true],
  ['income < 1595', { income: 1595 }, false],
  ['income < 1595', { income: { min: 1000, max: 1500 } }, true],
  ['income < 1595', { income: { min: 1000, max: 2000 } }, null],
  ['income < 1595', { income: null }, null],
  ['income / people < 1595', { income: { min: 3000, max: 3100 }, people: 2 }, true],
  ['income / people < 1595', { income: 3000, people: 0 }, null],
  ['income - rent >= 0', { income: { min: 100, max: 300 }, rent: { min: 50, max: 100 } }, true],
  ['work = "none"', { work: 'none' }, true],
  ['work != "none"', {}, null],
  ['work in ("none", "odd")', { work: 'odd' }, true],
  ['work in ("none", "odd")', {}, null],
  ['age in [60..75[', { age: 75 }, false],
  ['age in (< 18, >= 60)', { age: 60 }, true],
  ['age between 16 and 60', { age: 60 }, true],
  ['street = null', { street: null }, true],
  ['street = null', {}, null],
  ['address.street = null', { address: { street: null } }, true],
  ['address.street = "a"', { 'address.street': 'a' }, true],
  ['address.street = "a"', { address: null }, false],
  ['list contains(members, "child")', { members: ['elder'] }, false],
  ['list contains(members, "child")', {}, null],
  ['"child" in members', { members: ['child'] }, true],
  ['some m in members satisfies m in ("child", "ill")', { members: ['elder', 'ill'] }, true],
  ['every p in people satisfies p.age >= 60', { people: [{ age: 70 }, {}] }, null],
  ['every p in people satisfies p.age >= 60', { people: [{ age: 20 }, {}] }, false],
  ['count(members) >= 2', { members: ['elder', 'ill'] }, true],
  ['sum(amounts) = 6', { amounts: [1, 2, 3] }, true],
  ['min(a, b) < 3', { a: 2, b: { min: 1, max: 9 } }, true],
  ['max(a, b) < 3', { a: 2, b: { min: 1, max: 9 } }, null],
  ['known(a)', {}, false],
  ['is known(a)', { a: null }, true],
  ['a and b', { a: false }, false],
  ['a and b', { a: true }, null],
  ['a or b', { a: true }, true],
  ['not(a)', {}, null],
  ['if a then b else true', { b: true }, true],
  ['if a = "unknown" then null else a = "no"', { a: 'unknown' }, null],
  ['born < date("2020-01-01")', { born: '2019-12-31' }, true],
  ['constructor = null', {}, null],
  ['members.length = 1', { members: ['elder'] }, null],
  ['a = 1', { a: 'one' }, null],
  ['a != 1', { a: 'one' }, null],
])('%s with %j is %j', (text, facts, expected) => {
  expect(verdict(text, facts)).toBe(expected)
})

test('in ends before the next and, whatever stands around it', () => {
  expect(printExpression(read('a in ("x") and b'))).toBe('(a in ["x"]) and b')
  expect(printExpression(read('p and a in (1) or c'))).toBe('(p and (a in [1])) or c')
  expect(printExpression(read('a in b and c or d'))).toBe('(list contains(b, a) and c) or d')
})

test('a verdict names the facts that could still decide it, and only those', () => {
  const condition = read('(a = 1 and b = 2) or c = 3')
  expect(judge(condition, { a: 0 }).needs).toEqual(['c'])
  expect(judge(condition, { a: 1 }).needs).toEqual(['b', 'c'])
  expect(judge(condition, { c: 3 }).needs).toEqual([])
  expect(judge(read('income < 2000'), { income: { min: 1, max: 3000 } })).toMatchObject({
    value: null,
    needs: [],
    vague: ['income'],
  })
  expect(judge(read('some p in people satisfies p.age > 60'), { people: [{}] }).needs).toEqual([
    'people.age',
  ])
})

test('a no points at the smallest part that made it a no', () => {
  const { failing } = judge(read('age >= 60 and (alone or ill) and poor'), {
    age: 70,
    alone: false,
    ill: false,
    poor: true,
  })
  expect(failing?.map(({ expression }) => expression && printExpression(expression))).toEqual([
    'alone',
    'ill',
  ])
  expect(failing?.map((part) => part.facts)).toEqual([{ alone: false }, { ill: false }])
})

test('a computed value is a number, a range, or not known yet with what it needs', () => {
  expect(compute(read('income / people'), { income: 3000, people: 2 }).value).toBe(1500)
  expect(compute(read('income / people'), { income: { min: 2000, max: 3000 }, people: 2 })).toEqual(
    { value: { min: 1000, max: 1500 }, needs: [], vague: ['income'] },
  )
  expect(compute(read('income / people'), { income: 3000 })).toMatchObject({
    value: undefined,
    needs: ['people'],
  })
})

const types: FactTypes = {
  work: { type: 'choice', of: ['working', 'none'] },
  members: { type: 'choices', of: ['elder', 'child'] },
  income: { type: 'money' },
  alone: { type: 'boolean' },
  address: { type: 'record', fields: { street: { type: 'text' } } },
  story: { type: 'any' },
}

test.each<[string, string[]]>([
  ['work = "none" and income < 2000 and alone', []],
  ['list contains(members, "child") and address.street = null', []],
  ['some m in members satisfies m = "child"', []],
  ['if work = "none" then null else alone', []],
  ['story.heard = "x"', []],
  ['work = "nobody"', ['unknown_value']],
  ['"nobody" = work', ['unknown_value']],
  ['work in ("none", "idle")', ['unknown_value']],
  ['list contains(members, "cat")', ['unknown_value']],
  ['some m in members satisfies m = "cat"', ['unknown_value']],
  ['wrok = "none"', ['unknown_fact']],
  ['known(wrok)', ['unknown_fact']],
  ['address.road = "x"', ['unknown_fact']],
  ['income = "much"', ['wrong_type']],
  ['work < 3', ['wrong_type']],
  ['income', ['wrong_type']],
  ['alone and income', ['wrong_type']],
  ['income + work > 1', ['wrong_type']],
  ['work = ', ['syntax']],
  ['', ['syntax']],
  ['work.x(', ['syntax']],
  ['a b = 1', ['bad_name']],
  ['1 < income < 3', ['not_supported']],
  ['for m in members return m', ['not_supported']],
  ['matches(work, "(a+)+$")', ['unknown_function']],
  ['known(1)', ['wrong_arguments']],
  ['work in ("none") = true', ['unclear_in']],
  ['income in < 5 and alone', ['unclear_in']],
])('checking "%s" finds %j', (text, expected) => {
  expect(codes(text, types)).toEqual(expected)
})

test('a problem says where it is and what would be right', () => {
  const parsed = parseCondition('alone and work = "idle"', types)
  expect(parsed).toEqual({
    ok: false,
    problems: [
      { code: 'unknown_value', from: 17, to: 23, name: 'idle', expected: ['working', 'none'] },
    ],
  })
})

test('lists inside lists end soon and are explained by a few entries', () => {
  const row = Array(36).fill('x + y < 0').join(' or ')
  const condition = read(`some x in a satisfies some y in a satisfies ${row}`)
  const { value, because } = judge(condition, { a: Array.from({ length: 50 }, (_, i) => i) })
  expect(value).toBe(false)
  expect(because.of).toHaveLength(10)
  expect(because.of?.[0]?.of).toHaveLength(10)
  expect(verdict('count(a) > 0', { a: Array(51).fill(1) })).toBeNull()
})

test('a condition is bounded in length, parts, depth and nested lists', () => {
  expect(codes(`a = "${'x'.repeat(2_000)}"`)).toEqual(['too_long'])
  expect(codes(Array(201).fill('a').join(' and '))).toEqual(['too_many_parts'])
  expect(codes(`${'not('.repeat(40)}a${')'.repeat(40)}`)).toEqual(['too_deep'])
  expect(codes('some x in a satisfies some y in b satisfies some z in c satisfies z')).toEqual([
    'too_many_quantifiers',
  ])
  expect(codes(`${'('.repeat(900)}a${')'.repeat(900)}`)).toEqual([])
  expect(codes(`${'-('.repeat(400)}a${')'.repeat(400)}`)).toContain('too_deep')
})
