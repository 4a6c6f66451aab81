import { expect, test } from 'vitest'
import { capturesOf, decisionsOf } from '../../../src/core/casework/decisions.ts'
import type { DeskEvent } from '../../../src/core/casework/desk-event.ts'
import { placeOfWords } from '../../../src/core/casework/evidence.ts'
import { floorOf } from '../../../src/core/casework/talk-state.ts'
import { typeKey } from '../../../src/core/casework/type-key.ts'

let seq = 0
const event = (kind: string, detail: object = {}, words: unknown = null): DeskEvent => ({
  ...{ seq: ++seq, at: seq, kind, actor: 'x', by: '邓菲菲', words },
  detail: detail as DeskEvent['detail'],
})

test('the newest decision about an indicator stands; odd lines are passed over', () => {
  const decided = decisionsOf([
    event('indicator_set', { code: 'inc', value: true }, { reason: '一' }),
    event('indicator_set', { code: 'inc', value: null }, { reason: '说不清' }),
    event('indicator_set', { code: 'nothing', value: true }),
    event('indicator_set', { code: 'hou', value: 'yes' }),
  ])
  expect([...decided.keys()]).toEqual(['inc'])
  expect(decided.get('inc')).toMatchObject({ value: null, reason: '说不清' })
})

test('a noted answer keeps its message and its words; erased words leave nothing', () => {
  const captured = capturesOf([
    event('captured', { slot: 'people', message: 48 }, { value: 3, quote: '三个人' }),
    event('captured', { slot: 'income', message: 64 }, null),
  ])
  expect([...captured.values()]).toMatchObject([{ slot: 'people', value: 3, message: 48 }])
})

test('the floor follows who was told to the resident to speak', () => {
  const told = (act: string) => event('told_resident', { act, by: 'x' })
  expect(floorOf([], false).state).toBe('none')
  expect(floorOf([], true).state).toBe('bot')
  expect(floorOf([event('person_asked')], true).state).toBe('waiting_person')
  expect(floorOf([told('claimed')], true).state).toBe('bot')
  expect(floorOf([told('took_over')], true)).toEqual({ state: 'person', by: 'x' })
  expect(floorOf([told('took_over'), event('person_asked')], true).state).toBe('person')
  expect(floorOf([told('said'), told('gave_back')], true).state).toBe('bot')
  expect(floorOf([told('said'), told('closed')], true).state).toBe('ended')
})

test('words are found in what the resident wrote, the newest first, never in what the bot said', () => {
  const said = (at: number, from: string, text: string) => ({ seq: at, from, text, at })
  const transcript = [
    said(16, 'resident', '我老伴住院'),
    said(17, 'bot', '老伴住院，对吗？'),
    said(32, 'resident', '对，老伴住院'),
  ]
  expect(placeOfWords('老伴住院', transcript)).toEqual({ seq: 32, span: [2, 6] })
  expect(placeOfWords('对吗', transcript)).toBe(null)
  expect(placeOfWords('', transcript)).toBe(null)
})

test('a colleague is found by pinyin and initials', () => {
  expect(typeKey('邓菲菲')).toBe('dengfeifei dff')
  expect(typeKey('Anna')).toContain('anna')
})
