import { describe, expect, test } from 'vitest'
import { checkBundle } from '../../../src/core/dialog/check/check-bundle.ts'
import { bundleOf } from '../../../src/core/dialog/flow/flow-bundle.ts'
import { writtenAt } from '../../../src/core/dialog/flow/run-part.ts'
import { type Flow, flowSchema } from '../../../src/core/dialog/flow/schema.ts'
import type { House } from '../../../src/core/dialog/house.ts'
import { waiting } from '../../../src/core/dialog/machine/memory.ts'
import {
  arrive,
  memoryIn,
  newSession,
  type Session,
} from '../../../src/core/dialog/rehearse/session.ts'
import { houseIn } from '../../../src/core/dialog/translate/house-in.ts'
import { sourceMark } from '../../../src/core/dialog/translate/translated.ts'
import { house, MORNING, shipped } from './shipped-house.ts'

const head = {
  ...{ format: 'hearth-flow/1', owner: '街道', title: '试', source_language: 'zh-CN' },
  ...{ languages: ['zh-CN'], defaults: { retries: 2, silence: [] } },
}
const choice = (label: string) => ({
  ...{ type: 'choice', of: ['yes', 'no'], privacy: 'record', label },
})
const options = { yes: { label: '有' }, no: { label: '没有', goto: 'back' } }

/** Is there a phone there, and which? Asked of two people. `brief` leaves the first question out. */
const reach = flowSchema.parse({
  ...{ ...head, id: 'reach', kind: 'part', outputs: ['number'] },
  params: {
    who: { type: 'text', label: '谁' },
    brief: { type: 'choice', of: ['yes', 'no'], label: '短' },
  },
  slots: {
    has: choice('有电话'),
    number: { type: 'phone', privacy: 'personal', label: '电话' },
  },
  steps: [
    { ...{ id: 'has', ask: '{who}有电话吗？', into: 'has', options }, when: 'brief != "yes"' },
    { ...{ id: 'number', ask: '{who}的电话是多少？', into: 'number' }, why: '好找{who}。' },
    { id: 'kept', say: '{who}的电话记下了：{number.spoken}。' },
  ],
})

const phoneOf = (label: string) => ({ type: 'phone', privacy: 'personal', label })
const help = flowSchema.parse({
  ...{ ...head, id: 'help_request', kind: 'help' },
  slots: {
    mother: phoneOf('妈妈电话'),
    brother: phoneOf('哥哥电话'),
    short: choice('短'),
    last: choice('完'),
  },
  steps: [
    { id: 'hello', say: '我是小助手，不是真人。' },
    {
      id: 'short',
      ask: '问得短一点吗？',
      into: 'short',
      options: { yes: { label: '短' }, no: { label: '长' } },
    },
    {
      ...{ id: 'one', run: 'reach', returns: { mother: 'number' }, when: 'not(known(mother))' },
      with: { who: '妈妈', brief: { value: 'no' } },
    },
    {
      ...{ id: 'two', run: 'reach', returns: { brother: 'number' } },
      with: { who: '哥哥', brief: { slot: 'short' } },
    },
    {
      id: 'last',
      ask: '好了吗？',
      into: 'last',
      options: { yes: { label: '好了' }, no: { label: '没好' } },
    },
    { id: 'bye', end: 'done' },
  ],
})

function houseWith(hash: string, ...flows: readonly Flow[]): House {
  const rest = shipped.filter(({ kind }) => kind !== 'help')
  const bundle = bundleOf(hash, [...rest, ...flows])
  return { ...house, current: hash, bundles: { ...house.bundles, [hash]: bundle } }
}

const there = houseWith('with', help, reach)

/** What somebody writes; `arrive` takes the state through JSON, as the store does. */
function say(session: Session, ...texts: readonly string[]): Session {
  return texts.reduce((at, text) => arrive(at, { kind: 'text', text }), session)
}

const begun = (home: House = there) => arrive(newSession(home, MORNING), { kind: 'opened' })
const openAt = (session: Session) => {
  const memory = memoryIn(session)
  return memory && waiting(memory)?.step
}
/** What the bot said since the last message. */
const heard = ({ lines }: Session) =>
  lines
    .slice(lines.findLastIndex(({ from }) => from === 'resident') + 1)
    .map(({ text }) => text)
    .join('\n')
const answers = (session: Session) =>
  Object.fromEntries(
    Object.entries(memoryIn(session)?.answers ?? {}).map(([slot, kept]) => [
      slot,
      'value' in kept ? kept.value : kept.basis,
    ]),
  )

describe('a part that is run twice', () => {
  test('asks in the words of whoever runs it, and answers do not collide', () => {
    const first = say(begun(), '短', '有', '13800138000')
    expect(heard(first)).toContain('妈妈的电话记下了：138 0013 8000')
    expect(openAt(first)).toBe('two__number')
    const both = say(first, '13900139000')
    expect(answers(both)).toEqual({
      ...{ short: 'yes', one__has: 'yes', mother: '13800138000', brother: '13900139000' },
    })
    expect(openAt(both)).toBe('last')
  })

  test('goes on behind the call at goto: back, and past it where its condition is false', () => {
    const without = say(begun(), '长', '没有')
    expect(openAt(without)).toBe('two__has')
    expect(openAt(say(without, '没有'))).toBe('last')
  })

  test('返回, 为什么, 跳过, 进度, 暂停 and a correction work over the border', () => {
    const at = say(begun(), '短', '有', '13800138000')
    expect(openAt(say(at, '返回'))).toBe('one__number')
    expect(openAt(say(at, '返回', '返回'))).toBe('one__has')
    expect(openAt(say(at, '返回', '返回', '返回'))).toBe('short')
    expect(heard(say(at, '为什么'))).toContain('好找哥哥')
    expect(openAt(say(at, '跳过'))).toBe('last')
    expect(openAt(say(at, '进度'))).toBe('two__number')
    expect(openAt(say(at, '暂停', '接着说'))).toBe('two__number')
    const end = say(at, '13900139000', '我要改', '妈妈电话')
    expect(openAt(end)).toBe('one__number')
    expect(answers(say(end, '13700137000'))).toMatchObject({ mother: '13700137000' })
    expect(openAt(say(end, '13700137000'))).toBe('last')
  })

  test('danger and a person inside it are heard, and the talk comes back into it', () => {
    const at = say(begun(), '短', '有')
    const danger = say(at, '我不想活了')
    expect(danger.events.map(({ type }) => type)).toContain('crisis_raised')
    expect(openAt(say(danger, '安全'))).toBe('one__number')
    expect(say(at, '人工').events.map(({ type }) => type)).toContain('person_asked')
  })

  test('whoever is in it goes on with the part as it was, whatever is published', () => {
    const at = say(begun(), '短', '有')
    const steps = reach.steps.map((step) =>
      'ask' in step && step.id === 'number' ? { ...step, ask: '改过的问法，{who}？' } : step,
    )
    const later = houseWith('later', help, { ...reach, steps })
    const both = { ...later, bundles: { ...there.bundles, ...later.bundles } }
    const gone = say({ ...at, house: both }, '不是号码')
    expect(heard(gone)).not.toContain('改过的问法')
    expect(openAt(say(gone, '13800138000'))).toBe('two__number')
    expect(heard(say(begun(both), '短', '有'))).toContain('改过的问法')
  })

  test('is translated once, with what it is told translated at each call', () => {
    const of = (source: string, text: string) => ({ text, of: sourceMark(source) })
    const flows = {
      reach: { 'number.ask': of('{who}的电话是多少？', 'What is the number of {who}?') },
      help_request: { 'one.with.who': of('妈妈', 'your mother') },
    }
    const english = { name: 'English', words: [], phrases: {}, hears: { whole: {}, within: {} } }
    const spoken = houseIn({ ...there, languages: { en: { ...english, flows } } }, 'en')
    const steps = spoken.bundles.with?.flows.help_request?.steps ?? []
    expect(steps.find(({ id }) => id === 'one__number')).toMatchObject({
      ask: 'What is the number of your mother?',
    })
  })
})

test('a part may run another one, and every step is known by where it is written', () => {
  const twice = flowSchema.parse({
    ...{ ...head, id: 'twice', kind: 'part', outputs: ['phone'] },
    params: { whose: { type: 'text', label: '谁' } },
    slots: { phone: phoneOf('电话') },
    steps: [
      {
        ...{ id: 'in', run: 'reach', returns: { phone: 'number' } },
        with: { who: '{whose}家', brief: { value: 'yes' } },
      },
    ],
  })
  const flow: Flow = {
    ...help,
    steps: help.steps.map((step) =>
      'run' in step && step.id === 'two'
        ? { id: 'two', run: 'twice', with: { whose: '哥哥' }, returns: { brother: 'phone' } }
        : step,
    ),
  }
  const home = houseWith('nested', flow, reach, twice)
  const errors = checkBundle(home.bundles.nested ?? bundleOf('', [])).filter(
    ({ level }) => level === 'error',
  )
  expect(errors.filter(({ flow: id }) => id !== 'help_request')).toEqual([])
  const at = say(begun(home), '短', '有', '13800138000')
  expect(openAt(at)).toBe('two__in__number')
  expect(heard(at)).toContain('哥哥家的电话是多少？')
  expect(answers(say(at, '13900139000'))).toMatchObject({ brother: '13900139000' })
  const { written = {} } = home.bundles.nested ?? {}
  expect(writtenAt(written, 'help_request', 'two__in__number')).toEqual({
    ...{ flow: 'reach', step: 'number' },
  })
})
