import { describe, expect, test } from 'vitest'
import { converse, type Talk } from '../../../src/core/dialog/converse.ts'
import { bundleOf } from '../../../src/core/dialog/flow/flow-bundle.ts'
import { flowSchema, type Question } from '../../../src/core/dialog/flow/schema.ts'
import { wordingFor } from '../../../src/core/dialog/flow/wordings.ts'
import type { House } from '../../../src/core/dialog/house.ts'
import { sourceMark } from '../../../src/core/dialog/translate/translated.ts'
import {
  publishedWording,
  wordingDifference,
} from '../../../src/core/dialog/usage/compare-wordings.ts'
import { publishedCount, publishedCounts } from '../../../src/core/dialog/usage/published-counts.ts'
import { type StepMark, stepMarks } from '../../../src/core/dialog/usage/step-marks.ts'
import { NO_COUNTS, tally, tallyWordings } from '../../../src/core/dialog/usage/tally.ts'
import {
  apart,
  type Share,
  shareDifference,
  wilson,
} from '../../../src/core/dialog/usage/wilson.ts'
import type { Incoming } from '../../../src/core/events/incoming.ts'
import { atShanghai, HOUR, SECOND } from '../../../src/core/time.ts'
import { FRESH, house, MORNING, shipped } from './shipped-house.ts'

/** A talk whose marks are kept, as `did step`. */
function aTalk() {
  let talk: Talk | null = null
  let now = MORNING
  const marks: StepMark[] = []
  const turn = (incoming: Incoming) => {
    const before: Talk | null = talk
    const reply = converse(house, before, { incoming, channel: 'web', now, fresh: FRESH })
    talk = reply.talk
    const found = stepMarks(house, before, reply, incoming.kind !== 'silence')
    marks.push(...found)
    return found.map((mark) =>
      [mark.did, mark.step, 'seconds' in mark && mark.seconds].filter(Boolean).join(' '),
    )
  }
  return {
    marks,
    says: (text: string, after = 10 * SECOND) => {
      now += after
      return turn({ kind: 'text', text })
    },
    silent: (after: number) => {
      now += after
      return turn({ kind: 'silence' })
    },
  }
}

test('each turn tells what happened at its steps', () => {
  const { says, silent, marks } = aTalk()
  expect(says('你好')).toEqual(['shown consent'])
  expect(says('为什么')).toEqual(['why consent'])
  expect(says('好的')).toEqual(['answered consent 10', 'shown for_whom'])
  expect(says('嗯嗯嗯嗯嗯呢')).toEqual(['missed for_whom'])
  expect(says('自己')).toEqual(['answered for_whom 10', 'shown subject_name'])
  expect(silent(10 * 60 * SECOND)).toEqual([])
  expect(silent(20 * HOUR)).toEqual(['left subject_name'])
  expect(silent(20 * HOUR)).toEqual([])
  expect(says('接着说')).toEqual(['back subject_name'])
  expect(says('暂停')).toEqual(['paused subject_name'])
  expect(says('接着说')).toEqual(['back subject_name'])
  expect(says('跳过')).toEqual(['skipped subject_name', 'shown phone'])
  expect(says('人工')).toContain('person phone')
  expect(new Set(marks.map(({ flow }) => flow))).toEqual(new Set(['help_request']))
})

test('a question that is said again is not another one; one that is come back to is', () => {
  const { says, marks } = aTalk()
  for (const text of ['你好', '再说一遍', '好的', '自己', '返回', '自己']) says(text)
  const shown = marks.filter(({ did }) => did === 'shown').map(({ step }) => step)
  expect(shown).toEqual(['consent', 'for_whom', 'subject_name', 'subject_name'])
})

test('marks of one place and hour are one row, split where anything differs', () => {
  const at = atShanghai('2026-11-20', 23)
  const mark = { did: 'answered', flow: 'f', step: 's', seconds: 12 } as const
  const turn = { at, channel: 'web', street: '', bundle: 'b', marks: [mark] }
  const rows = tally([turn, turn, { ...turn, at: at + HOUR }])
  expect(rows.map(({ day, hour, answered }) => [day, hour, answered])).toEqual([
    ['2026-11-20', 23, 2],
    ['2026-11-21', 0, 1],
  ])
  expect(rows[0]?.seconds[2]).toBe(2)
})

test('fewer than five are never told, nor found by taking what is told from a sum', () => {
  expect([0, 1, 4, 5, 7, 8, 98].map(publishedCount)).toEqual([0, null, null, 5, 5, 10, 100])
  // Two told parts and a hidden one: what is left of the told sum is never the hidden count.
  for (const hidden of [1, 2, 3, 4]) {
    const [all, ...parts] = [31 + 33 + hidden, 31, 33].map((count) => publishedCount(count) ?? 0)
    expect(parts.reduce((rest, part) => rest - part, all ?? 0)).not.toBe(hidden)
  }
})

test('a step is alarming where more than 8 of 100 leave, and only from a hundred on', () => {
  const of = (shown: number, left: number) => publishedCounts({ ...NO_COUNTS, shown, left })
  expect(of(100, 10).alarming).toBe(true)
  expect(of(200, 10).alarming).toBe(false)
  expect(of(60, 30).alarming).toBe(false)
  expect(of(100, 3)).toMatchObject({ left: null, drop: null, alarming: false })
})

test('the median lies in the class of the middle answer', () => {
  const seconds = NO_COUNTS.seconds.map((_, at) => (at === 4 ? 9 : at === 0 ? 1 : 0))
  const { median } = publishedCounts({ ...NO_COUNTS, answered: 10, seconds })
  expect(median).toBeGreaterThan(20)
  expect(median).toBeLessThanOrEqual(30)
})

/** The question for the number of people, tried in two wordings; whoever the conversation is of, he is asked it first. */
const people = {
  id: 'people',
  ask: '几个人？',
  into: 'people',
  wordings: { b: { ask: '多少人？', share: 30 } },
}
const trying: House = (() => {
  const head = {
    ...{ format: 'hearth-flow/1', id: 'help_request', kind: 'help', owner: '街道', title: '试' },
    ...{ source_language: 'zh-CN', languages: ['zh-CN'], defaults: { retries: 2, silence: [] } },
    slots: { people: { type: 'household', privacy: 'record', label: '人数' } },
  }
  const steps = [{ id: 'hello', say: '不是真人。' }, people, { id: 'bye', end: 'done' }]
  const flow = flowSchema.parse({ ...head, steps })
  const rest = shipped.filter(({ kind }) => kind !== 'help')
  return { ...house, current: 'try', bundles: { try: bundleOf('try', [...rest, flow]) } }
})()

/** What becomes of somebody's wording, as `did key`, and what was said first. */
function tried(conversation: string | undefined, ...texts: readonly string[]) {
  const fresh = conversation === undefined ? FRESH : { ...FRESH, conversation }
  let talk: Talk | null = null
  const marks: StepMark[] = []
  const said: string[] = []
  for (const text of texts) {
    const before: Talk | null = talk
    const incoming = { kind: 'text', text } as const
    const reply = converse(trying, before, { incoming, channel: 'web', now: MORNING, fresh })
    talk = JSON.parse(JSON.stringify(reply.talk)) as Talk
    marks.push(...stepMarks(trying, before, reply, true))
    said.push(reply.out.map((message) => message.text).join(' '))
  }
  const own = marks.flatMap((mark) =>
    'wording' in mark ? [`${mark.did} ${mark.wording.key}`] : [],
  )
  return { own, said, marks }
}

describe('wordings that are compared', () => {
  const of = (key: string) =>
    Array.from({ length: 50 }, (_, n) => `talk-${n}`).find(
      (id) => wordingFor(people as unknown as Question, id) === key,
    )
  const [a, b] = [of('a'), of('b')]

  test('one person always hears the same; of many each share hears its own', () => {
    for (const [id, ask] of [
      [a, '几个人？'],
      [b, '多少人？'],
    ] as const) {
      const { said } = tried(id, '你好', '再说一遍', '返回', '再说一遍')
      expect(said.every((text) => text.includes(ask))).toBe(true)
    }
    expect(tried(undefined, '你好')).toMatchObject({
      own: [],
      said: [expect.stringContaining('几个人？')],
    })
    const keys = Array.from({ length: 2_000 }, (_, n) =>
      wordingFor(people as unknown as Question, `${n}`),
    )
    expect(keys.filter((key) => key === 'b').length / keys.length).toBeCloseTo(0.3, 1)
    const other = { ...people, id: 'other' } as unknown as Question
    const both = keys.filter((key, n) => key === 'b' && wordingFor(other, `${n}`) === 'b')
    expect(both.length / keys.length).toBeCloseTo(0.09, 1)
  })

  test('what becomes of each counts once: at once, asked again, no word', () => {
    expect(tried(b, '你好', '3').own).toEqual(['shown b', 'at_once b'])
    expect(tried(b, '你好', '呃呃呃', '嗯嗯呃', '3').own).toEqual(['shown b', 'asked_again b'])
    expect(tried(a, '你好', '跳过').own).toEqual(['shown a'])
    const { marks } = tried(b, '你好', '3')
    const at = { at: MORNING, channel: 'web', street: '', bundle: 'try', marks }
    expect(tallyWordings([at, at])).toEqual([
      {
        ...{ day: '2026-11-20', flow: 'help_request', step: 'people', wording: 'b' },
        ...{ text: sourceMark('多少人？'), shown: 2, at_once: 2, asked_again: 0, left: 0 },
      },
    ])
    expect(tally([at]).every(({ shown, answered }) => shown + answered <= 2)).toBe(true)
  })

  test('a difference is told with its interval, and said to be open where it may be none', () => {
    const told = (shown: number, at_once: number) => ({ shown, at_once, asked_again: 0, left: 0 })
    // Newcombe 1998, table II, method 10, case (a): 56/70 and 48/80.
    const d = shareDifference(wilson(48, 80) as Share, wilson(56, 70) as Share)
    expect([d.by, d.low, d.high].map((value) => Number(value.toFixed(4)))).toEqual([
      0.2, 0.0524, 0.3339,
    ])
    expect(wordingDifference(told(100, 60), told(100, 65), 'at_once')?.isOpen).toBe(true)
    expect(wordingDifference(told(400, 200), told(400, 280), 'at_once')).toMatchObject({
      isOpen: false,
    })
    expect(wordingDifference(publishedWording(told(3, 2)), told(100, 60), 'at_once')).toBeNull()
  })
})

test('Wilson intervals are those of the tables', () => {
  // R: prop.test(x, n, correct = FALSE)$conf.int
  const rounded = (x: number, n: number) => {
    const { low, high } = wilson(x, n) as Share
    return [low, high].map((value) => Number(value.toFixed(4)))
  }
  expect(rounded(0, 10)).toEqual([0, 0.2775])
  expect(rounded(10, 10)).toEqual([0.7225, 1])
  expect(rounded(50, 100)).toEqual([0.4038, 0.5962])
  expect(rounded(1, 100)).toEqual([0.0018, 0.0545])
  expect(wilson(0, 0)).toBeNull()
  expect(apart(wilson(5, 200) as Share, wilson(30, 200) as Share)).toBe(true)
  expect(apart(wilson(5, 200) as Share, wilson(8, 200) as Share)).toBe(false)
})
