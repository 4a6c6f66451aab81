import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gazetteer } from '../../../../src/core/understanding/place/gazetteer.ts'
import { presetOf } from '../../../../src/core/understanding/place/preset.ts'
import { served } from './served-places.ts'

const places = gazetteer(served)

test.each([
  ['?street=310106014', { street: '310106014' }],
  ['https://help.example/?lang=zh&street=310106014#top', { street: '310106014' }],
  ['310106014', { street: '310106014' }],
  ['?committee=310105002006', { street: '310105002', committee: '310105002006' }],
  ['310105002006', { street: '310105002', committee: '310105002006' }],
])('%s presets its place', (query, place) => {
  expect(presetOf(query, places)).toEqual(place)
})

test.each([
  '',
  '?street=310105099',
  '310105002999',
  '?street=31010',
  '?streets=310106014',
  '3101060140',
])('%s presets nothing', (query) => {
  expect(presetOf(query, places)).toBeUndefined()
})

test('a preset is always a place of the data', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{9,12}$/), (code) => {
      const preset = presetOf(code, places)
      expect(preset === undefined || places.streets.has(preset.street)).toBe(true)
    }),
  )
})
