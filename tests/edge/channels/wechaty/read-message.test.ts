import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WechatMessage } from '../../../../src/edge/channels/wechaty/puppet.ts'
import { isRefusal, readMessage } from '../../../../src/edge/channels/wechaty/read-message.ts'
import { TYPE } from './gateway.ts'

const message = (type: number, text: string) =>
  ({ id: 'm1', talkerId: 'a', listenerId: 'b', timestamp: 1, type, text }) as WechatMessage

test('words, pictures, recordings, stickers and taking back become what the house understands', () => {
  expect(readMessage(message(TYPE.text, '家里没钱看病'))).toEqual({
    ...{ kind: 'text', text: '家里没钱看病' },
  })
  expect(readMessage(message(TYPE.text, ' \n'))).toBe(null)
  expect(readMessage(message(TYPE.audio, ''))).toEqual({
    ...{ kind: 'media', media: 'audio', count: 1, fetch: ['m1'] },
  })
  expect(readMessage(message(TYPE.recalled, '8091'))).toEqual({
    kind: 'unsent',
    externalId: '8091',
  })
  expect(readMessage(message(TYPE.recalled, '<sysmsg/>'))).toBe(null)
  expect(readMessage(message(TYPE.transfer, '<xml/>'))).toBe(null)
})

test('of a place in XML its names are read, not its tags', () => {
  const place = '<msg><location x="31.2" label="上海市长宁区华阳路" poiname="华院小区"/></msg>'
  expect(readMessage(message(TYPE.location, place))).toEqual({
    ...{ kind: 'text', text: '上海市长宁区华阳路 华院小区' },
  })
  expect(readMessage(message(TYPE.location, '<msg/>'))).toBe(null)
})

test('whatever a gateway hands on is read without an error', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1, max: 20 }), fc.string({ unit: 'grapheme' }), (type, text) => {
      const incoming = readMessage(message(type, text))
      if (incoming?.kind === 'unsent') expect(incoming.externalId).toMatch(/^[\w.:@-]{1,128}$/)
      if (incoming?.kind === 'text') expect(incoming.text.trim()).not.toBe('')
    }),
  )
  const began = performance.now()
  readMessage(message(TYPE.location, `<${' label="'.repeat(200_000)}`))
  readMessage(message(TYPE.location, `<${'<title>'.repeat(200_000)}`))
  expect(performance.now() - began).toBeLessThan(500)
})

test("WeChat's own line that we are refused is no word of the resident, and words about it are", () => {
  const at = { id: 'm', timestamp: 1, type: 7 }
  const says = (text: string) => isRefusal({ ...at, text })
  expect(says('消息已发出，但被对方拒收了。')).toBe(true)
  expect(
    says(
      '王秀英开启了朋友验证，你还不是他（她）朋友。请先发送朋友验证请求，对方验证通过后，才能聊天。',
    ),
  ).toBe(true)
  expect(says('我给儿子写，显示消息已发出，但被对方拒收了')).toBe(false)
  expect(isRefusal({ ...at, type: 6, text: '消息已发出，但被对方拒收了。' })).toBe(false)
})
