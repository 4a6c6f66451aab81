import { expect, test } from 'vitest'
import { converse, type Talk } from '../../../src/core/dialog/converse.ts'
import { publishedCount, publishedCounts } from '../../../src/core/dialog/usage/published-counts.ts'
import { type StepMark, stepMarks } from '../../../src/core/dialog/usage/step-marks.ts'
import { NO_COUNTS, tally } from '../../../src/core/dialog/usage/tally.ts'
import { apart, type Share, wilson } from '../../../src/core/dialog/usage/wilson.ts'
import type { Incoming } from '../../../src/core/events/incoming.ts'
import { atShanghai, HOUR, SECOND } from '../../../src/core/time.ts'
import { FRESH, house, MORNING } from './shipped-house.ts'

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
    return found.map(({ did, step, seconds }) => [did, step, seconds].filter(Boolean).join(' '))
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
