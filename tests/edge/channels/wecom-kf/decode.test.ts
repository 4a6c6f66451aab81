import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode } from '../../../../src/edge/channels/wecom-kf/decode.ts'
import { NOON } from '../../../support/a-case.ts'

const isPlace = (code: string) => code.startsWith('310105')
const entry = (more: object) => ({
  msgid: 'm1',
  send_time: NOON / 1000,
  origin: 3,
  external_userid: 'wm1',
  ...more,
})
const incomingOf = (more: object) => {
  const heard = decode(entry(more), NOON, isPlace)
  return 'incoming' in heard ? heard.incoming : heard
}

test('words, taps, pictures, places', () => {
  expect(incomingOf({ msgtype: 'text', text: { content: '好' } })).toEqual({
    kind: 'text',
    text: '好',
  })
  expect(incomingOf({ msgtype: 'text', text: { content: '好', menu_id: 'a#b' } })).toEqual({
    kind: 'tap',
    option: 'a#b',
  })
  expect(incomingOf({ msgtype: 'image', image: { media_id: 'x' } })).toMatchObject({ fetch: ['x'] })
  expect(incomingOf({ msgtype: 'location', location: { address: '' } })).toMatchObject({
    kind: 'media',
  })
  expect(incomingOf({ msgtype: 'something_new' })).toMatchObject({ kind: 'media', media: 'file' })
})

test.each([
  ['310105001', { street: '310105001' }],
  ['street=310105001', { street: '310105001' }],
  ['committee%3D310105002007', { street: '310105002', committee: '310105002007' }],
  ['999999999', undefined],
  ['%E0%A4%A', undefined],
])('the scene %s presets %j', (scene_param, preset) => {
  const event = {
    event_type: 'enter_session',
    external_userid: 'u',
    scene_param,
    welcome_code: 'c',
  }
  const heard = decode(entry({ origin: 4, msgtype: 'event', event }), NOON, isPlace)
  expect(heard).toMatchObject({ code: 'c', incoming: { kind: 'opened' } })
  expect(
    'incoming' in heard && 'preset' in heard.incoming ? heard.incoming.preset : undefined,
  ).toEqual(preset)
})

test('what others wrote and what only happened is not heard', () => {
  expect(decode(entry({ origin: 5, msgtype: 'text' }), NOON, isPlace)).toEqual({
    ignored: 'of_adviser',
  })
  const event = { event_type: 'servicer_status_change', external_userid: 'u' }
  expect(decode(entry({ origin: 4, msgtype: 'event', event }), NOON, isPlace)).toEqual({
    ignored: 'servicer_status_change',
  })
})

test('whatever a page holds is heard or not, without a throw, and never in the future', () => {
  const odd = fc.oneof(
    fc.anything(),
    fc.record({
      msgid: fc.oneof(fc.string(), fc.integer()),
      send_time: fc.oneof(fc.double(), fc.string()),
      origin: fc.constantFrom(3, 4, 5, '3', null),
      external_userid: fc.anything(),
      msgtype: fc.constantFrom('text', 'event', 'image', '__proto__', 'constructor', 7),
      text: fc.anything(),
      event: fc.anything(),
      image: fc.anything(),
    }),
  )
  fc.assert(
    fc.property(odd, (any) => {
      const heard = decode(any, NOON, isPlace)
      if ('user' in heard) {
        expect(heard.user).not.toBe('')
        expect(heard.at).toBeLessThanOrEqual(NOON)
      }
    }),
    { numRuns: 2_000 },
  )
})
