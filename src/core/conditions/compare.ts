import type { Comparison } from './expression.ts'
import { asRange, type Range, type Truth, type Value } from './value.ts'

/**
 * Compares two values. Unknown when either is unknown, when a range reaches over the border, or
 * when the two cannot be compared (text with number): a mistake never becomes a yes.
 */
export function compare(op: Comparison, left: Value | undefined, right: Value | undefined): Truth {
  switch (op) {
    case '=':
      return equal(left, right)
    case '!=':
      return not(equal(left, right))
    case '<':
      return less(left, right)
    case '>':
      return less(right, left)
    case '<=':
      return not(less(right, left))
    case '>=':
      return not(less(left, right))
    default:
      return op satisfies never
  }
}

function equal(left: Value | undefined, right: Value | undefined): Truth {
  if (left === undefined || right === undefined) return null
  if (left === null || right === null) return left === right
  const a = asRange(left)
  const b = asRange(right)
  if (a && b) return equalRanges(a, b)
  if (Array.isArray(left) && Array.isArray(right)) return equalLists(left, right)
  if (typeof left === 'object' || typeof right === 'object') return null
  return typeof left === typeof right && !Number.isNaN(left) ? left === right : null
}

/** A value among others: true when one is equal, unknown when one might be. */
export function among(value: Value | undefined, others: readonly (Value | undefined)[]): Truth {
  return any(others.map((other) => equal(value, other)))
}

export function not(truth: Truth): Truth {
  return truth === null ? null : !truth
}

export function any(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true
  return truths.includes(null) ? null : false
}

export function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false
  return truths.includes(null) ? null : true
}

/** Texts compare by code unit, which is right for ISO days and codes, the only texts we order. */
function less(left: Value | undefined, right: Value | undefined): Truth {
  if (typeof left === 'string' && typeof right === 'string') return left < right
  const a = asRange(left)
  const b = asRange(right)
  if (!a || !b) return null
  if (a.max < b.min) return true
  return a.min >= b.max ? false : null
}

function equalRanges(a: Range, b: Range): Truth {
  if (a.max < b.min || b.max < a.min) return false
  return a.min === a.max && b.min === b.max ? true : null
}

function equalLists(left: readonly Value[], right: readonly Value[]): Truth {
  if (left.length !== right.length) return false
  return all(left.map((value, i) => equal(value, right[i])))
}
