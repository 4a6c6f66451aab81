import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { calmly } from '../../../../src/edge/http/desk/calmly.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first call rings at once, many in a pause ring once more after it', () => {
  let rung = 0
  const calm = calmly(() => {
    rung += 1
  }, 1_000)
  for (let n = 0; n < 20; n++) calm.call()
  expect(rung).toBe(1)
  vi.advanceTimersByTime(1_000)
  expect(rung).toBe(2)
  vi.advanceTimersByTime(10_000)
  expect(rung).toBe(2)
  calm.call()
  expect(rung).toBe(3)
})

test('stopped, it is silent', () => {
  let rung = 0
  const calm = calmly(() => {
    rung += 1
  }, 1_000)
  calm.call()
  calm.call()
  calm.stop()
  vi.advanceTimersByTime(10_000)
  expect(rung).toBe(1)
})
