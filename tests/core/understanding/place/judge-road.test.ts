import { describe, expect, test } from 'vitest'
import { gazetteer } from '../../../../src/core/understanding/place/gazetteer.ts'
import { locate } from '../../../../src/core/understanding/place/locate.ts'
import type { RoadRange } from '../../../../src/core/understanding/place/places.ts'
import { served } from './served-places.ts'

const row = (
  from: number,
  to: number,
  street: string,
  more: Partial<RoadRange> = {},
): RoadRange => {
  return { road: '延安西路', from, to, parity: 'all', street, source: 'adviser', ...more }
}
const with_ = (...roads: RoadRange[]) => gazetteer({ ...served, roads })
const at = (text: string, ...roads: RoadRange[]) =>
  locate(text, with_(...roads), { district: '310105' })

describe('house numbers of a road', () => {
  test('a number in a known range is sure, with its committee', () => {
    const range = row(1000, 1100, '310105004', { committee: '310105004017' })
    expect(at('延安西路1066弄', range)).toMatchObject({
      sure: true,
      street: '310105004',
      committee: '310105004017',
      why: 'road_number',
    })
  })

  test('a near number is sure of the street and not of the committee', () => {
    const range = row(1000, 1100, '310105004', { committee: '310105004017' })
    const found = at('延安西路1150弄', range)
    expect(found).toMatchObject({ sure: true, street: '310105004' })
    expect(found?.committee).toBeUndefined()
  })

  test.each([
    [60, true],
    [61, false],
  ])('the neighbour may be %i numbers away: %s', (gap, sure) => {
    expect(at(`延安西路${1100 + gap}号`, row(1100, 1100, '310105004'))?.sure).toBe(sure)
  })

  test('the other side of the road proves nothing', () => {
    const odd = row(1001, 1099, '310105004', { parity: 'odd' })
    expect(at('延安西路1050号', odd)?.sure).toBe(false)
    expect(at('延安西路1051号', odd)?.sure).toBe(true)
  })

  test('between two offices at the same distance it asks', () => {
    const found = at('延安西路1100号', row(1080, 1080, '310105004'), row(1120, 1120, '310105001'))
    expect(found?.sure).toBe(false)
    expect(found?.options.map((o) => o.street)).toEqual(['310105004', '310105001'])
  })

  test('a name of another office makes a sure number a question', () => {
    const found = at('虹桥那边,延安西路1050号', row(1000, 1100, '310105004'))
    expect(found).toMatchObject({ sure: false, why: 'number_unsure' })
    expect(found?.options.map((o) => o.street)).toContain('310105004')
    expect(found?.options.map((o) => o.street)).toContain('310105009')
  })

  test('made-up rows are offered and never sure', () => {
    const found = at('延安西路1050号', row(1000, 1100, '310105004', { source: 'demo' }))
    expect(found?.sure).toBe(false)
    expect(found?.options[0]?.street).toBe('310105004')
  })

  test('without a number the offices of the road are offered', () => {
    const found = at('延安西路', row(1000, 1100, '310105004'), row(1, 99, '310105001'))
    expect(found).toMatchObject({ sure: false, why: 'road_only' })
    expect(found?.options).toHaveLength(2)
  })
})

test('a road row is never used in another district', () => {
  const places = with_(row(1000, 1100, '310105004'))
  expect(locate('延安西路1066弄', places, { district: '310106' })?.sure).toBe(false)
})
