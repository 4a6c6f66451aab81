import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Comparison, Expression } from '../../../src/core/conditions/expression.ts'
import { compute, judge } from '../../../src/core/conditions/judge.ts'
import { parseExpression } from '../../../src/core/conditions/parse.ts'
import { printExpression } from '../../../src/core/conditions/print.ts'
import type { Facts, Value } from '../../../src/core/conditions/value.ts'

const NAMES = ['a', 'b', 'c', 'd', 'rec.x']

const literal = fc.oneof(
  fc.constantFrom('x', 'y', true, false, null),
  fc.integer({ min: -3, max: 9 }),
)
const range = fc
  .tuple(fc.integer({ min: -3, max: 9 }), fc.integer({ min: 0, max: 4 }))
  .map(([min, width]) => ({ min, max: min + width }))
const value: fc.Arbitrary<Value> = fc.oneof(literal, range, fc.array(literal, { maxLength: 3 }))
const facts: fc.Arbitrary<Facts> = fc
  .record({ a: value, b: value, c: value, d: value, x: value }, { requiredKeys: [] })
  .map(({ x, ...rest }) => ({ ...rest, ...(x === undefined ? {} : { rec: { x } }) }))

const fact = fc.constantFrom(...NAMES).map((name): Expression => ({ op: 'fact', name }))
const comparison = fc.constantFrom<Comparison>('=', '!=', '<', '<=', '>', '>=')

/** Any tree in the form that reading gives: and/or flat, no list of one name behind `in`. */
const { whole } = fc.letrec<{ whole: Expression; term: Expression }>((tie) => ({
  term: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fact,
    literal.map((value): Expression => ({ op: 'literal', value })),
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/'), tie('term'), tie('term'))
      .map(([op, left, right]) => ({ op, left, right }) as Expression),
    fc
      .tuple(fc.constantFrom('count', 'sum', 'min', 'max'), tie('term'))
      .map(([op, of]) => ({ op, of }) as Expression),
    fc
      .array(tie('term'), { minLength: 1, maxLength: 3 })
      .map((items): Expression => ({ op: 'list', items })),
  ),
  whole: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fact,
    fc
      .tuple(comparison, tie('term'), tie('term'))
      .map(([op, left, right]): Expression => ({ op, left, right })),
    fc.tuple(tie('term'), fc.array(literal, { minLength: 1, maxLength: 3 })).map(
      ([of, values]): Expression => ({
        op: 'in',
        value: of,
        among: values.map((value) => ({ op: 'literal', value })),
      }),
    ),
    fc
      .tuple(tie('term'), tie('term'), tie('term'))
      .map(([of, low, high]): Expression => ({ op: 'between', value: of, low, high })),
    fc
      .tuple(tie('term'), tie('term'))
      .map(([list, item]): Expression => ({ op: 'contains', list, item })),
    tie('whole').map((of): Expression => ({ op: 'not', of })),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('whole'), { minLength: 2, maxLength: 4 }))
      .map(([op, parts]): Expression => {
        const of = parts.flatMap((part) => (part.op === op ? part.of : [part]))
        return { op, of } as Expression
      }),
    fc
      .tuple(tie('whole'), tie('whole'), tie('whole'))
      .map(([when, yes, no]): Expression => ({ op: 'if', when, yes, no })),
    fc
      .tuple(fc.constantFrom('some', 'every'), fc.constantFrom('a', 'e'), tie('term'), tie('whole'))
      .map(([op, name, list, holds]) => ({ op, name, list, holds }) as Expression),
  ),
}))

test('every condition and any facts give a verdict, never an error', () => {
  const odd = fc.dictionary(fc.constantFrom(...NAMES, 'rec', '__proto__'), fc.anything())
  fc.assert(
    fc.property(whole, fc.oneof(facts, odd as fc.Arbitrary<Facts>), (condition, known) => {
      expect([true, false, null]).toContain(judge(condition, known).value)
      expect(compute(condition, known).needs).toBeInstanceOf(Array)
    }),
    { numRuns: 400 },
  )
})

test('any text is read or refused with a place, never an error', () => {
  const words = fc.constantFrom('a', 'and', 'or', 'in', '(', ')', '"x"', '1', '<', '[', '..', 'not')
  const row = fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' '))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), row), (text) => {
      const parsed = parseExpression(text)
      if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0)
    }),
    { numRuns: 400 },
  )
})

test('what is printed reads back as the same tree', () => {
  fc.assert(
    fc.property(whole, (condition) => {
      const parsed = parseExpression(printExpression(condition))
      fc.pre(parsed.ok || !parsed.problems.every(({ code }) => code.startsWith('too_')))
      expect(parsed).toEqual({ ok: true, condition })
    }),
    { numRuns: 300 },
  )
})

test('and binds before or, and in before and, in any row without brackets', () => {
  const atoms = fc.constantFrom(
    ['p', true] as const,
    ['q', false] as const,
    ['n in (1)', true] as const,
    ['n in (2, 3)', false] as const,
    ['"x" in l', true] as const,
    ['n in [2..3]', false] as const,
    ['n between 0 and 1', true] as const,
    ['n = 2', false] as const,
    ['not(n in (1) and q)', true] as const,
  )
  const row = fc.array(fc.tuple(fc.constantFrom('and', 'or'), atoms), {
    minLength: 1,
    maxLength: 7,
  })
  fc.assert(
    fc.property(row, (terms) => {
      const text = terms.map(([join, [atom]], i) => (i === 0 ? atom : `${join} ${atom}`)).join(' ')
      const groups: boolean[][] = []
      for (const [i, [join, [, truth]]] of terms.entries()) {
        if (i > 0 && join === 'and') groups.at(-1)?.push(truth)
        else groups.push([truth])
      }
      const parsed = parseExpression(text)
      const known = { p: true, q: false, n: 1, l: ['x'] }
      expect(parsed.ok && judge(parsed.condition, known).value).toBe(
        groups.some((group) => group.every(Boolean)),
      )
    }),
    { numRuns: 500 },
  )
})

test('any text value survives printing and reading', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (value) => {
      const condition: Expression = { op: 'literal', value }
      expect(parseExpression(printExpression(condition))).toEqual({ ok: true, condition })
    }),
  )
})

test('the order of the parts of and/or changes no verdict', () => {
  fc.assert(
    fc.property(fc.array(whole, { minLength: 2, maxLength: 4 }), facts, (of, known) => {
      for (const op of ['and', 'or'] as const) {
        const turned = judge({ op, of: of.toReversed() }, known)
        const straight = judge({ op, of }, known)
        expect(turned.value).toBe(straight.value)
        expect(new Set(turned.needs)).toEqual(new Set(straight.needs))
      }
    }),
  )
})

test('a decided verdict stays when unknown facts become known and ranges narrow', () => {
  const narrowed = fc.tuple(facts, facts, fc.boolean()).map(([less, more, low]) => {
    const told = { ...more, ...less }
    const exact = Object.entries(told).map(([name, value]) => [name, pickEnd(value, low)])
    return [less, Object.fromEntries(exact) as Facts] as const
  })
  fc.assert(
    fc.property(whole, narrowed, (condition, [less, more]) => {
      const before = judge(condition, less).value
      if (before !== null) expect(judge(condition, more).value).toBe(before)
    }),
    { numRuns: 1_000 },
  )
})

test('a fact that stays unknown never turns anything into a yes', () => {
  fc.assert(
    fc.property(
      whole,
      facts,
      fc.constantFrom('a', 'b', 'c', 'd', 'rec'),
      (condition, all, name) => {
        const rest = Object.fromEntries(Object.entries(all).filter(([key]) => key !== name))
        const without = judge(condition, rest)
        expect(judge(condition, { ...rest, [name]: undefined }).value).toBe(without.value)
        if (without.value === true) expect(judge(condition, all).value).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})

test('an undecided verdict says what is missing, unless nothing can decide it', () => {
  const comparing = fc.tuple(comparison, fact, fact)
  fc.assert(
    fc.property(comparing, ([op, left, right]) => {
      const names = [left, right].flatMap((side) => (side.op === 'fact' ? [side.name] : []))
      expect(judge({ op, left, right }, {}).needs).toEqual([...new Set(names)])
    }),
  )
})

function pickEnd(value: Value | undefined, low: boolean): Value | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  if ('x' in value) return { x: pickEnd(value.x, low) }
  const { min, max } = value as { min: number; max: number }
  return low ? min : max
}
