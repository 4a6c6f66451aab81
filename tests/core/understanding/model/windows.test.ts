import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mapped } from '../../../../src/core/understanding/mapped.ts'
import { windowsOf } from '../../../../src/core/understanding/model/windows.ts'

function mapped(text: string): Mapped {
  const places = Array.from({ length: text.length }, (_, i) => i)
  return { text, starts: places, ends: places.map((i) => i + 1) }
}

test('a short message is read whole', () => {
  expect(windowsOf(mapped('他又打我了，在门外')).map((w) => w.text)).toEqual(['他又打我了，在门外'])
})

test('whatever is said in fifteen characters stands whole in some stretch of any text', () => {
  const text = fc.string({ unit: fc.constantFrom('死', '活', '我', '，', '了'), maxLength: 300 })
  fc.assert(
    fc.property(text, fc.nat(), (whole, at) => {
      const start = at % Math.max(1, whole.length)
      const windows = windowsOf(mapped(whole))
      expect(windows.some((w) => w.text.includes(whole.slice(start, start + 15)))).toBe(true)
      expect(windows.every((w) => w.text.length <= 30)).toBe(true)
    }),
  )
})

test('a stretch remembers where it stood', () => {
  const windows = windowsOf(mapped('好'.repeat(70)))
  expect(windows.map((w) => [w.starts[0], w.ends.at(-1)])).toEqual([
    [0, 30],
    [15, 45],
    [30, 60],
    [45, 70],
  ])
})
