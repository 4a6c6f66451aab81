import { useRef } from 'react'
import { same } from '../yaml/rewrite.ts'

/** The value as it was drawn before where nothing in it has changed: whoever got it need not be drawn again. */
export function useSteady<T>(value: T): T {
  const before = useRef(value)
  if (!same(before.current, value)) before.current = value
  return before.current
}

/** The same, entry by entry: after an edit one of a thousand is new. */
export function useSteadyList<T>(list: readonly T[]): readonly T[] {
  const before = useRef(list)
  const next = list.map((each, at) => {
    const old = before.current[at]
    return old !== undefined && same(old, each) ? old : each
  })
  const isSame =
    next.length === before.current.length && next.every((each, at) => each === before.current[at])
  if (!isSame) before.current = next
  return before.current
}
