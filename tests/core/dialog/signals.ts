import { recalls } from '../../../src/core/dialog/machine/filed-facts.ts'
import { leavesOpen } from '../../../src/core/dialog/machine/leaves.ts'
import {
  answerOf,
  type Memory,
  type Value,
  waiting,
} from '../../../src/core/dialog/machine/memory.ts'
import { type Meaning, REPAIR_ACTS } from '../../../src/core/dialog/machine/signal.ts'
import { optionsShown } from '../../../src/core/dialog/say/options.ts'
import type { Setting } from '../../../src/core/dialog/setting.ts'
import type { DeskAct } from '../../../src/core/events/incoming.ts'

const by = { id: 'a1', name: '邓菲菲', street: '310105001' }

const DESK: readonly DeskAct[] = [
  { act: 'claimed', by },
  { act: 'took_over', by },
  { act: 'said', by, text: '您好' },
  { act: 'gave_back', by, at: 'open_question' },
  { act: 'gave_back', by, at: 'questions', questions: ['inc', 'soc', 'edu'] },
  { act: 'gave_back', by, at: 'appointment' },
  { act: 'gave_back', by, at: 'end' },
  { act: 'closed', by, outcome: '已经帮上' },
]

export const CRISIS: Meaning = { type: 'crisis', tier: 'high', kind: 'suicide', rule: 'test' }

/** Every meaning that a message may have at this point of a talk. */
export function meaningsAt(setting: Setting, memory: Memory): readonly Meaning[] {
  return [
    ...answersAt(setting, memory).map((value): Meaning => ({ type: 'answer', value })),
    ...special(setting, memory),
    ...yesOrNo(memory),
    ...leavesOpen(setting, memory).map(({ step }): Meaning => ({ type: 'leave', step })),
    ...always(memory),
  ]
}

/** Only what is confirmed is answered so; elsewhere 好 is an option or a miss. */
function yesOrNo(memory: Memory): readonly Meaning[] {
  const mode = waiting(memory)?.mode ?? ''
  return YES_NO.has(mode) ? [{ type: 'yes' }, { type: 'no' }] : []
}

const YES_NO = new Set(['confirm', 'heard', 'reflect', 'correct', 'withdraw'])

/** What only some kinds of question can get: a story with needs in it, two options at once, a zero. */
function special(setting: Setting, memory: Memory): readonly Meaning[] {
  const open = waiting(memory)
  const question = open?.mode === 'ask' ? setting.questions[open.step]?.question : undefined
  const type = question && setting.slots[question.into]?.type
  if (question && recalls(question)) return [{ type: 'answer', value: ['phone'] }]
  if (type === 'money') return [{ type: 'zero' }]
  if (type === 'choice' || type === 'choices') {
    const keys = optionsShown(setting, memory).flatMap(({ key }) => (isLine(key) ? [] : [key]))
    return [{ type: 'between', keys: keys.slice(0, 2) }]
  }
  return type === 'story' ? [STORY] : []
}

const STORY: Meaning = {
  type: 'answer',
  value: '老伴住院，钱不够',
  heard: [
    {
      code: 'ill',
      who: 'spouse',
      polarity: 'present',
      rule: 'test',
      confidence: 1,
      quote: '住院',
      confirmed: null,
    },
  ],
  stated: { people: 2 },
}

/** What may be said anywhere. */
function always(memory: Memory): readonly Meaning[] {
  const slots = Object.keys(memory.answers)
  return [
    { type: 'miss' },
    { type: 'late' },
    { type: 'reopened' },
    { type: 'told', story: { slot: 'need', value: '老伴住院' }, heard: [], stated: {} },
    { type: 'skip', how: 'skip' },
    { type: 'skip', how: 'refuse' },
    { type: 'correct' },
    ...slots.slice(-2).map((slot): Meaning => ({ type: 'correct', slot })),
    ...slots.slice(-2).flatMap((slot): Meaning[] => {
      const value = answerOf(memory, slot)
      return value === undefined ? [] : [{ type: 'correct', slot, value }]
    }),
    CRISIS,
    { type: 'watch', kind: 'distress', rule: 'test' },
    ...REPAIR_ACTS.map((type): Meaning => ({ type })),
    { type: 'media', media: 'image', count: 2 },
    { type: 'media', media: 'audio', count: 1 },
    { type: 'silence' },
    ...DESK.map((desk): Meaning => ({ type: 'desk', desk })),
  ]
}

/** An answer of every kind that the open question may get, good and odd. */
export function answersAt(setting: Setting, memory: Memory): readonly Value[] {
  const open = waiting(memory)
  const question = open ? setting.questions[open.step]?.question : undefined
  const def = question ? setting.slots[question.into] : undefined
  const keys = optionsShown(setting, memory)
    .map(({ key }) => key)
    .filter((key) => !isLine(key))
  if (open?.mode === 'withdraw' || open?.mode === 'reflect') return []
  if (open && !ANEW.has(open.mode)) return keys
  const several = def?.type === 'choices'
  if (keys.length && open?.mode === 'ask') {
    const own = keys.map((key): Value => (several ? [key] : key))
    return question?.otherwise ? [...own, '我妈今天出院了'] : own
  }
  const values = VALUES[def?.type ?? 'text'] ?? (several ? [['child']] : ['self'])
  return open?.mode === 'pick' ? [...keys, ...values] : values
}

const isLine = (key: string) => key.startsWith('line:')

/** Modes in which the thing itself may be said once more. */
const ANEW = new Set(['ask', 'confirm', 'heard', 'pick'])

export const VALUES: Readonly<Record<string, readonly Value[]>> = {
  text: ['好的'],
  name: ['王秀英', '一个二十个字以上的长得没有道理的名字啊啊啊啊啊'],
  story: ['老伴住院，钱不够', '嗯'],
  phone: ['13800138000'],
  money: [
    { min: 3500, max: 3500, approx: true, per: 'month' },
    { min: 0, max: 0, approx: false, per: 'month' },
  ],
  number: [3, 99],
  household: [3, 99],
  age: [76],
  date: ['2026-11-01'],
  safety: ['safe', 'unsafe'],
  photos: [0],
  address: [
    { text: '华院居委', sure: true, district: '310105', street: '310105001' },
    { text: '不知道叫什么', sure: false },
    {
      text: '幸福路',
      sure: false,
      options: [{ street: '310105004', label: '新华路街道' }],
    },
  ],
}
