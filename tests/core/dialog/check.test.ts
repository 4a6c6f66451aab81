import { describe, expect, test } from 'vitest'
import {
  type Beside,
  checkBundle,
  checkHouse,
} from '../../../src/core/dialog/check/check-bundle.ts'
import { FLOW_PROBLEMS, type FlowProblemCode } from '../../../src/core/dialog/check/flow-problem.ts'
import { checkPhrases, type Wording } from '../../../src/core/dialog/check/wording.ts'
import { bundleOf } from '../../../src/core/dialog/flow/flow-bundle.ts'
import { flowSchema } from '../../../src/core/dialog/flow/schema.ts'
import { sourceMark } from '../../../src/core/dialog/translate/translated.ts'
import { house } from './shipped-house.ts'

const WORDING: Wording = {
  blame: ['错误'],
  promises: ['保证'],
  officialese: ['评估'],
  machine: ['不是真人'],
  impolite: '你',
  impolite_except: ['你好'],
  person: ['0', '人工'],
}

const base = {
  format: 'hearth-flow/1',
  id: 'help',
  title: '求助',
  owner: '街道',
  source_language: 'zh-CN',
  languages: ['zh-CN'],
  kind: 'help',
  slots: {
    consent: { type: 'choice', of: ['yes', 'no'], privacy: 'record', label: '同意' },
    phone: { type: 'phone', privacy: 'personal', label: '电话' },
  },
  defaults: { retries: 2, silence: [{ after: '7d', park: true }] },
}

const hello = { id: 'hello', say: '我是小助手，不是真人。' }
const consent = {
  id: 'consent',
  ask: '您同意吗？',
  why: '先问过您。',
  into: 'consent',
  consent: true,
  options: { yes: { label: '同意' }, no: { label: '不同意', goto: 'bye' } },
}
const phone = {
  ...{ id: 'phone', ask: '打哪个电话？', why: '好找您。', miss: '再说一次。', into: 'phone' },
  checkpoint: true,
}
const open = { id: 'open', do: [{ open_case: 'waiting' }] }
const bye = { id: 'bye', end: 'done' }

const good = { ...base, steps: [hello, consent, phone, open, bye] }
const card = { id: 'card', say: '请打 {hotline.first}。' }
const danger = {
  ...base,
  id: 'danger',
  kind: 'interrupt',
  slots: { safe: { type: 'safety', privacy: 'sensitive', label: '安全' } },
  steps: [
    card,
    { id: 'safe', ask: '您安全吗？', why: '好帮您。', into: 'safe' },
    { id: 'on', end: 'resume' },
  ],
}

const codesIn = (...flows: readonly object[]) => {
  return problemsIn(...flows).map(({ code }) => code)
}

const problemsIn = (...flows: readonly object[]) => {
  const parsed = flows.map((flow) => flowSchema.parse(flow))
  return checkBundle(bundleOf('test', parsed), WORDING, beside)
}

/** The good flows as they are in force, one narrow channel, and one translation. */
const parsedGood = (flow: object) => flowSchema.parse(flow)
const beside: Beside = {
  before: bundleOf('before', [good, danger].map(parsedGood)),
  channels: {
    narrow: {
      options: { style: 'chips', most: 3, label: 4 },
      text: { most: 300, unit: 'bytes' },
    },
  },
  translations: {
    help: { en: { 'hello.say': { text: 'I am no person.', of: sourceMark(hello.say) } } },
  },
}

/** A flow that promises English, with one text to translate. */
const promised = (say: string) => ({
  ...{ ...good, languages: ['zh-CN', 'en'] },
  steps: [{ ...hello, say }, open, { id: 'end', end: 'done' }],
})

/** The good steps with others in their place; `open` is there unless the case is about it. */
const steps = (...changed: readonly object[]) => ({
  ...good,
  steps: [...changed.slice(0, -1), open, ...changed.slice(-1)],
})
const long = '很'.repeat(130)

const adaptive = (always: readonly string[], ...questions: readonly object[]) => ({
  ...{ id: 'more', adaptive: { model: 'm', always, max: 3 } },
  questions: questions.map((each) => {
    const { checkpoint: _, ...question } = each as { checkpoint?: boolean }
    return { ...question, indicator: 'inc' }
  }),
})

/** A part that asks for a word and passes it on, and a flow that runs it. */
const word = {
  ...base,
  id: 'word',
  kind: 'part',
  params: { question: { type: 'text', label: '怎么问' } },
  outputs: ['word'],
  slots: { word: { type: 'story', privacy: 'sensitive', label: '要带的话' } },
  steps: [
    { id: 'tell', ask: '{question}', why: '好帮您。', miss: '再说一次。', into: 'word' },
    { id: 'pass', do: [{ leave_note: 'word' }] },
  ],
}
const call = {
  id: 'news',
  run: 'word',
  with: { question: '还有什么事？' },
  returns: { note: 'word' },
}
const note = { type: 'story', privacy: 'sensitive', label: '补充' }
const running = (changed: object = {}) => ({
  ...steps(hello, consent, phone, { ...call, ...changed }, bye),
  slots: { ...base.slots, note },
})

/** The question for the phone in several wordings. */
const worded = (wordings: object) => steps(hello, consent, { ...phone, wordings }, bye)

/** Each problem by the smallest flow that has it. The good flow beside it has none. */
const CAUGHT: Readonly<Record<Exclude<FlowProblemCode, 'unreadable'>, readonly object[]>> = {
  no_help_flow: [danger],
  no_interrupt: [good],
  duplicate_step: [steps(hello, consent, phone, { ...hello, say: '好' }, bye), danger],
  reserved_step: [steps(hello, consent, phone, { id: 'parked', say: '好' }, bye), danger],
  slot_twice: [good, { ...danger, slots: { ...danger.slots, phone: base.slots.phone } }],
  no_such_slot: [steps(hello, consent, { ...phone, into: 'fax' }, bye), danger],
  no_such_step: [
    steps(hello, consent, phone, { id: 'jump', say: '好', goto: 'moon' }, bye),
    danger,
  ],
  bad_condition: [steps(hello, consent, { ...phone, when: 'moon = 1' }, bye), danger],
  missing_option: [
    steps(hello, { ...consent, options: { yes: { label: '同意' } } }, phone, bye),
    danger,
  ],
  unknown_option: [
    steps(
      hello,
      { ...consent, options: { ...consent.options, maybe: { label: '也许' } } },
      phone,
      bye,
    ),
    danger,
  ],
  missing_options: [steps(hello, { ...consent, options: undefined }, phone, bye), danger],
  unreachable: [
    steps(hello, consent, phone, { id: 'out', end: 'out' }, bye, { id: 'lost', say: '好' }),
    danger,
  ],
  loop_without_question: [
    steps(hello, { id: 'again', say: '好', goto: 'hello' }, consent, phone, bye),
    danger,
  ],
  personal_before_consent: [steps(hello, phone, consent, bye), danger],
  no_why: [steps(hello, consent, { ...phone, why: undefined }, bye), danger],
  two_questions: [steps(hello, consent, { ...phone, ask: '打哪个？几点？' }, bye), danger],
  too_many_options: [
    {
      ...good,
      slots: {
        ...base.slots,
        many: { type: 'choice', of: [...'abcdefghij'], privacy: 'record', label: '多' },
      },
      steps: [
        hello,
        consent,
        {
          id: 'many',
          ask: '哪个？',
          why: '好。',
          into: 'many',
          options: Object.fromEntries([...'abcdefghij'].map((key) => [key, { label: key }])),
        },
        bye,
      ],
    },
    danger,
  ],
  long_question: [steps(hello, consent, { ...phone, ask: `${'很'.repeat(61)}？` }, bye), danger],
  question_in_hint: [steps(hello, consent, { ...phone, hint: '手机？' }, bye), danger],
  long_bubble: [steps({ ...hello, say: `不是真人${long}` }, consent, phone, bye), danger],
  long_why: [steps(hello, consent, { ...phone, why: '很'.repeat(61) }, bye), danger],
  blame_word: [steps(hello, consent, { ...phone, miss: '号码错误' }, bye), danger],
  promise: [steps(hello, consent, { ...phone, noted: '保证打给您' }, bye), danger],
  officialese: [steps(hello, consent, { ...phone, why: '评估用' }, bye), danger],
  impolite: [steps(hello, consent, { ...phone, ask: '你的电话？' }, bye), danger],
  no_machine_notice: [steps({ ...hello, say: '您好' }, consent, phone, bye), danger],
  long_sentence: [steps(hello, consent, { ...phone, noted: '很'.repeat(50) }, bye), danger],
  foreign_word: [steps(hello, consent, { ...phone, noted: '请下载 app。' }, bye), danger],
  no_exit: [
    {
      ...good,
      steps: [
        ...[hello, { ...consent, options: { yes: { label: '同意' }, no: { label: '不' } } }, open],
        ...[phone, { id: 'round', say: '好。', goto: 'phone' }],
      ],
    },
    danger,
  ],
  runs_off: [{ ...good, steps: [hello, consent, open, phone] }, danger],
  unknown_name: [steps(hello, consent, { ...phone, noted: '{fax} 记下了。' }, bye), danger],
  not_known_yet: [steps({ ...hello, say: '不是真人。{phone}' }, consent, phone, bye), danger],
  danger_without_card: [
    good,
    {
      ...danger,
      steps: [{ ...card, when: 'crisis.type = "suicide"' }, ...danger.steps.slice(1)],
    },
  ],
  card_without_number: [
    good,
    { ...danger, steps: [{ ...card, say: '别怕。' }, ...danger.steps.slice(1)] },
  ],
  no_way_to_person: [
    steps(
      hello,
      { ...consent, options: { ...consent.options, yes: { label: '同意', words: ['0'] } } },
      phone,
      bye,
    ),
    danger,
  ],
  speaks_at_night: [
    {
      ...good,
      defaults: {
        retries: 2,
        silence: [
          { after: '10m', say: '在吗？' },
          { after: '7d', park: true },
        ],
      },
    },
    danger,
  ],
  no_case: [{ ...good, steps: [hello, consent, phone, bye] }, danger],
  no_checkpoint: [steps(hello, consent, { ...phone, checkpoint: false }, bye), danger],
  never_parks: [{ ...good, defaults: { retries: 2, silence: [] } }, danger],
  danger_changed: [good, { ...danger, title: '危险来了' }],
  consent_changed: [steps(hello, { ...consent, ask: '您愿意吗？' }, phone, bye), danger],
  unused_slot: [
    {
      ...good,
      slots: { ...base.slots, fax: { type: 'phone', privacy: 'personal', label: '传真' } },
    },
    danger,
  ],
  no_such_section: [steps(hello, consent, { ...phone, section: 'moon' }, bye), danger],
  same_word: [
    steps(
      hello,
      { ...consent, options: { ...consent.options, no: { label: '不同意', words: ['同意'] } } },
      phone,
      bye,
    ),
    danger,
  ],
  impossible_check: [steps(hello, consent, { ...phone, check: { min: 3, max: 1 } }, bye), danger],
  no_miss: [steps(hello, consent, { ...phone, miss: undefined }, bye), danger],
  no_question_mark: [steps(hello, consent, { ...phone, ask: '留个电话' }, bye), danger],
  indicator_twice: [
    steps(hello, consent, phone, adaptive([], { ...phone, id: 'q1' }, { ...phone, id: 'q2' }), bye),
    danger,
  ],
  indicator_without_question: [
    steps(hello, consent, phone, adaptive(['dis'], { ...phone, id: 'q1' }), bye),
    danger,
  ],
  label_cut: [
    steps(
      hello,
      { ...consent, options: { ...consent.options, yes: { label: '是的我同意' } } },
      phone,
      bye,
    ),
    danger,
  ],
  too_many_for_channel: [
    steps(
      hello,
      { ...consent, options: { ...consent.options, c: { label: '三' }, d: { label: '四' } } },
      phone,
      bye,
    ),
    danger,
  ],
  too_long_for_channel: [steps({ ...hello, say: `不是真人${long}` }, consent, phone, bye), danger],
  missing_translation: [steps(hello, consent, phone, bye), danger].map((flow) => ({
    ...flow,
    languages: ['zh-CN', 'en'],
  })),
  stale_translation: [promised('我是小助手，不是真人！'), danger],
  inserts_differ: [promised('{street}的小助手，不是真人。'), danger],
  no_such_part: [running({ run: 'moon' }), danger, word],
  runs_itself: [running(), danger, { ...word, steps: [...word.steps, { ...call, id: 'again' }] }],
  missing_param: [running({ with: {} }), danger, word],
  unknown_param: [running({ with: { ...call.with, colour: '红' } }), danger, word],
  unknown_output: [running({ returns: { note: 'colour' } }), danger, word],
  kind_mismatch: [running({ returns: { phone: 'word' } }), danger, word],
  not_a_part: [{ ...running(), outputs: ['phone'] }, danger, word],
  unused_part: [good, danger, word],
  shares_too_big: [
    worded({ b: { ask: '几号？', share: 60 }, c: { ask: '哪个号？', share: 40 } }),
    danger,
  ],
  same_wording: [worded({ b: { ask: phone.ask, share: 50 } }), danger],
  wording_locked: [
    steps(hello, { ...consent, wordings: { b: { ask: '行吗？', share: 50 } } }, phone, bye),
    danger,
  ],
}

describe('a flow is checked before it is used', () => {
  test('a good flow has no problem', () => expect(codesIn(good, danger)).toEqual([]))

  test.each(FLOW_PROBLEMS.filter((code) => code !== 'unreadable'))('%s is caught', (code) => {
    expect(codesIn(...CAUGHT[code])).toContain(code)
  })

  test('a flow that runs a part, and one that compares wordings, have no problem', () => {
    expect(problemsIn(running(), danger, word)).toEqual([])
    expect(problemsIn(worded({ b: { ask: '几号？', share: 50 } }), danger)).toEqual([])
  })

  test('what is wrong with a part stands at the part, what is wrong with a call at the call', () => {
    const [tell, pass] = word.steps
    const mute = { ...word, steps: [{ ...tell, why: undefined }, pass] }
    expect(problemsIn(running(), danger, mute)).toMatchObject([
      { code: 'no_why', flow: 'word', step: 'tell' },
    ])
    expect(problemsIn(running({ with: { question: '说吧' } }), danger, word)).toMatchObject([
      { code: 'no_question_mark', flow: 'help', step: 'news', about: 'word.tell' },
    ])
    const early = { ...running(), steps: [hello, call, consent, phone, open, bye] }
    expect(problemsIn(early, danger, word)).toMatchObject([
      { code: 'personal_before_consent', flow: 'help', step: 'news' },
    ])
  })

  test('a greeting is no rude word', () => {
    expect(
      codesIn(steps({ ...hello, say: '你好，我不是真人。' }, consent, phone, bye), danger),
    ).toEqual([])
  })

  test('system phrases are held to the same words', () => {
    expect(checkPhrases({ 'miss.first': '格式错误' }, WORDING)).toHaveLength(1)
    expect(checkPhrases({ 'miss.first': '我没看懂', 'words.no': '错误' }, WORDING)).toEqual([])
  })

  test('the shipped flows and phrases have no problem at all', () => {
    expect(checkHouse(house)).toEqual([])
  })
})
