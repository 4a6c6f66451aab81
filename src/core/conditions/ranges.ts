import type { Arithmetic } from './expression.ts'
import { asRange, fromRange, type Range, type Value } from './value.ts'

/**
 * Arithmetic on numbers and ranges. Undefined when an operand is no number, when a divisor may be
 * zero, or when the result is past all numbers. Rounding is monotone, so a narrower operand always
 * gives a result inside the wider one's.
 */
export function calculate(
  op: Arithmetic,
  left: Value | undefined,
  right: Value | undefined,
): Value | undefined {
  const a = asRange(left)
  const b = asRange(right)
  if (a === undefined || b === undefined) return undefined
  switch (op) {
    case '+':
      return fromRange({ min: a.min + b.min, max: a.max + b.max })
    case '-':
      return fromRange({ min: a.min - b.max, max: a.max - b.min })
    case '*':
      return corners(a, b, (x, y) => x * y)
    case '/':
      return b.min <= 0 && b.max >= 0 ? undefined : corners(a, b, (x, y) => x / y)
    default:
      return op satisfies never
  }
}

export function smallest(values: readonly (Value | undefined)[]): Value | undefined {
  return combine(values, Math.min)
}

export function largest(values: readonly (Value | undefined)[]): Value | undefined {
  return combine(values, Math.max)
}

export function total(values: readonly (Value | undefined)[]): Value | undefined {
  return values.reduce<Value | undefined>((sum, value) => calculate('+', sum, value), 0)
}

function combine(
  values: readonly (Value | undefined)[],
  pick: (...ends: number[]) => number,
): Value | undefined {
  if (values.length === 0) return null
  const ranges = values.map(asRange)
  if (ranges.includes(undefined)) return undefined
  const sure = ranges as Range[]
  return fromRange({
    min: pick(...sure.map((range) => range.min)),
    max: pick(...sure.map((range) => range.max)),
  })
}

function corners(a: Range, b: Range, f: (x: number, y: number) => number): Value | undefined {
  const ends = [f(a.min, b.min), f(a.min, b.max), f(a.max, b.min), f(a.max, b.max)]
  return fromRange({ min: Math.min(...ends), max: Math.max(...ends) })
}
