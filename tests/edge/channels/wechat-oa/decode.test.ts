import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode } from '../../../../src/edge/channels/wechat-oa/decode.ts'
import { NOON } from '../../../support/a-case.ts'

const isPlace = (code: string) => code.startsWith('310105')
const read = (fields: Readonly<Record<string, string>>) =>
  decode(new Map(Object.entries({ FromUserName: 'o1', ...fields })), NOON, isPlace)
const at = String(NOON / 1000 - 5)

test('words keep their id as text, and their time', () => {
  const MsgId = '9223372036854775807'
  expect(read({ MsgType: 'text', Content: ' 好 ', MsgId, CreateTime: at })).toEqual({
    user: 'o1',
    externalId: MsgId,
    at: NOON - 5_000,
    incoming: { kind: 'text', text: ' 好 ' },
    window: 'message',
  })
})

test.each([
  ['subscribe', 'qrscene_310105001', { street: '310105001' }],
  ['SCAN', '310105002007', { street: '310105002', committee: '310105002007' }],
  ['CLICK', '310105001', { street: '310105001' }],
  ['CLICK', 'HELP', undefined],
  ['subscribe', 'qrscene_999999999', undefined],
  ['subscribe', '', undefined],
])('%s with the key %j opens the talk with the place %j', (Event, EventKey, preset) => {
  const heard = read({ MsgType: 'event', Event, EventKey, CreateTime: at })
  expect(heard).toMatchObject({ window: 'touch', incoming: { kind: 'opened' } })
  const opened = heard?.incoming
  expect(opened && 'preset' in opened ? opened.preset : undefined).toEqual(preset)
})

test('a sticker that the platform does not pass on is one, without an id of its own too', () => {
  const Content = '【收到不支持的消息类型，暂无法显示】'
  const heard = read({ MsgType: 'text', Content, MsgId: '', CreateTime: at })
  expect(heard?.incoming).toMatchObject({ kind: 'media', media: 'sticker' })
  expect(heard?.externalId).toBe(`text/${at}`)
})

test('a goodbye closes the window; what only happened does nothing', () => {
  expect(read({ MsgType: 'event', Event: 'unsubscribe' })).toMatchObject({
    incoming: null,
    window: 'closed',
  })
  for (const Event of ['VIEW', 'LOCATION', 'TEMPLATESENDJOBFINISH', '']) {
    expect(read({ MsgType: 'event', Event })).toMatchObject({ incoming: null, window: null })
  }
  expect(decode(new Map(), NOON, isPlace)).toBe(null)
})

test('the same event at two times is two, at one time one', () => {
  const id = (CreateTime: string) =>
    read({ MsgType: 'event', Event: 'SCAN', CreateTime })?.externalId
  expect(id('5')).toBe(id('5'))
  expect(id('5')).not.toBe(id('6'))
})

test('whatever fields come, there is an answer, and never from the future', () => {
  const name = fc.constantFrom(
    'MsgType',
    'Event',
    'EventKey',
    'Content',
    'CreateTime',
    'MsgId',
    'MediaId',
    'Recognition',
    'Label',
    'Title',
    'Url',
    'x',
  )
  const type = fc.constantFrom('text', 'event', 'image', 'voice', 'video', 'location', 'link', '')
  fc.assert(
    fc.property(fc.dictionary(name, fc.string()), type, (fields, MsgType) => {
      const heard = read({ ...fields, MsgType })
      expect(heard?.at).toBeLessThanOrEqual(NOON)
      expect(heard?.externalId).toBeTypeOf('string')
    }),
    { numRuns: 1_000 },
  )
})
