import { describe, expect, test } from 'vitest'
import { tellFailure } from '../../src/core/dialog/rehearse/failure.ts'
import { playTalk } from '../../src/core/dialog/rehearse/play-talk.ts'
import { memoryIn } from '../../src/core/dialog/rehearse/session.ts'
import type { StoredTalk } from '../../src/core/dialog/rehearse/stored-talk.ts'
import { loadHouse } from '../../src/edge/sources/house.ts'
import { loadTalks, TALKS } from '../../src/edge/stored-talks.ts'

const house = await loadHouse('310105')
const talks = await loadTalks(TALKS)

describe.each([...talks])('%s', (_, stored) => {
  test.each(stored.map((talk) => [talk.name, talk] as const))('%s', (_, talk) => {
    expect(playTalk(house, talk).failures).toEqual([])
  })
})

test('a talk that goes another way than it is stored is told line by line', () => {
  const talk = {
    name: 'wrong',
    at: '2026-11-20T09:00+08:00',
    channel: 'web',
    talk: [{ me: '你好' }, { bot: 'phone' }],
    ends: 'submitted',
  }
  expect(playTalk(house, talk).failures.map(tellFailure)).toEqual([
    'line 2: expected the question phone, but consent waits',
    'ends open instead of submitted',
  ])
})

/**
 * Questions of the flow itself: a yes to what was heard or read back is not counted, nor what was told in the same
 * breath. Beside them how often somebody had to write at all.
 */
test('the nine people are asked few questions', () => {
  const nine = talks.get('nine-people.yaml') ?? []
  const asked = nine.map((talk) => questionsIn(talk))
  const written = nine.map(({ talk }) => talk.filter((line) => 'me' in line).length)
  process.stdout.write(
    `questions asked of the nine people: ${asked.join(' ')}, median ${median(asked)}; ` +
      `messages they wrote: ${written.join(' ')}, median ${median(written)}\n`,
  )
  expect(asked).toHaveLength(9)
  expect(median(asked)).toBeLessThanOrEqual(13)
  expect(median(written)).toBeLessThanOrEqual(18)
})

const median = (counts: readonly number[]) =>
  counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)]

function questionsIn(talk: StoredTalk): number {
  const memory = memoryIn(playTalk(house, talk).session)
  const { answers = {}, trail = [] } = memory ?? {}
  return Object.values(answers).filter(
    ({ basis, step }) => basis !== 'story' && trail.includes(step),
  ).length
}
