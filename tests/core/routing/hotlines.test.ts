import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hotlinesFor } from '../../../src/core/routing/hotlines.ts'
import { atShanghai, shanghai } from '../../../src/core/time.ts'
import { CRISIS_TYPES } from '../../../src/core/understanding/understood.ts'
import { loadHotlines } from '../../../src/edge/sources/hotlines.ts'

const hotlines = await loadHotlines(join(import.meta.dirname, '../../../data/hotlines'))
const noon = shanghai(atShanghai('2026-11-24', 12))
const night = shanghai(atShanghai('2026-11-22', 3))
const numbers = (type: (typeof CRISIS_TYPES)[number], region: string, at = noon) =>
  hotlinesFor(type, hotlines, region, at).map((line) => line.number)

describe('whom to call', () => {
  test('in Shanghai, for one who does not want to live', () => {
    expect(numbers('suicide', 'shanghai')).toEqual(['12356', '962525', '120', '110'])
  })

  test('a city is found by its code', () => {
    expect(numbers('suicide', '4420')).toContain('0760-88884120')
    expect(numbers('suicide', '3201')).toEqual(['12356', '120', '110'])
  })

  test('a region that nobody wrote down has the lines of the mainland', () => {
    expect(numbers('fire_gas', '9999')[0]).toBe('119')
  })

  test('in Taiwan and Hong Kong', () => {
    expect(numbers('suicide', 'taiwan')[0]).toBe('1925')
    expect(numbers('violence', 'hongkong')[0]).toBe('999')
  })

  test('the police can be reached in silence, by text message', () => {
    for (const [region, sms] of [
      ['shanghai', '12110021'],
      ['nanjing', '12110025'],
      ['zhongshan', '12110760'],
    ] as const) {
      const police = hotlinesFor('violence', hotlines, region, noon)[0]
      expect([police?.number, police?.sms]).toEqual(['110', sms])
    }
  })
})

describe('closed lines', () => {
  test('stand after the open ones', () => {
    expect(numbers('violence', 'shanghai', noon)).toEqual(['110', '12338', '12345'])
    expect(numbers('violence', 'shanghai', night)).toEqual(['110', '12345', '12338'])
    expect(hotlinesFor('violence', hotlines, 'shanghai', night).at(-1)?.open).toBe(false)
  })

  test('are never offered alone, in no region, for no danger, at no hour of the week', () => {
    for (const region of hotlines) {
      for (const type of CRISIS_TYPES) {
        for (let hour = 0; hour < 7 * 24; hour++) {
          const at = shanghai(atShanghai('2026-11-23', hour))
          expect(hotlinesFor(type, hotlines, region.id, at)[0]?.open).toBe(true)
        }
      }
    }
  })

  test('bring the lines that never close with them', () => {
    const line = (id: string, number: string, hours: 'always' | object) =>
      ({ id, number, hours, name: id, source: 'here' }) as never
    const order = Object.fromEntries(CRISIS_TYPES.map((type) => [type, ['day']])) as never
    const day = { weekdays: [1], from: 540, to: 1020 }
    const lines = [line('day', '12338', day), line('police', '110', 'always')]
    const found = hotlinesFor('violence', [{ id: 'x', cities: [], lines, order }], 'x', night)
    expect(found.map((l) => [l.number, l.open])).toEqual([
      ['110', true],
      ['12338', false],
    ])
  })
})
