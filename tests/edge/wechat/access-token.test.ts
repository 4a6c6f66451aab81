import { expect, test } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../../src/core/time.ts'
import { type IssuedToken, keepAccessToken } from '../../../src/edge/wechat/access-token.ts'

/** A platform that gives what it is told to, and a clock that is set by hand. */
function platform(...answers: readonly (string | null)[]) {
  const asked: boolean[] = []
  const clock = { now: 0 }
  const issue = async (anew: boolean): Promise<IssuedToken | null> => {
    const token = answers[Math.min(asked.length, answers.length - 1)] ?? null
    asked.push(anew)
    await new Promise((done) => setTimeout(done, 5))
    return token === null ? null : { token, seconds: 7200 }
  }
  return { asked, clock, tokens: keepAccessToken(issue, () => clock.now) }
}

test('however many want a token, the platform is asked once', async () => {
  const { asked, tokens } = platform('t1')
  expect(await Promise.all(Array.from({ length: 50 }, () => tokens.get()))).toEqual(
    Array(50).fill('t1'),
  )
  expect(asked).toHaveLength(1)
})

test('it is renewed before it ends', async () => {
  const { asked, clock, tokens } = platform('t1', 't2')
  await tokens.get()
  clock.now = 2 * HOUR - 6 * MINUTE
  expect(await tokens.get()).toBe('t1')
  clock.now = 2 * HOUR - 4 * MINUTE
  expect(await tokens.get()).toBe('t2')
  expect(asked).toHaveLength(2)
})

test('one that is refused is asked for again; the same one again is forced to be new', async () => {
  const { asked, tokens } = platform('t1', 't1', 't2')
  await tokens.get()
  tokens.refused('t1')
  expect(await tokens.get()).toBe('t2')
  expect(asked).toEqual([false, false, true])
})

test('a refusal of an older token throws no newer one away', async () => {
  const { asked, tokens } = platform('t1', 't2')
  await tokens.get()
  tokens.refused('t0')
  expect(await tokens.get()).toBe('t1')
  expect(asked).toHaveLength(1)
})

test('where none is to be had, nobody asks in a circle', async () => {
  const { asked, clock, tokens } = platform(null, null, 't1')
  expect(await tokens.get()).toBe(null)
  expect(await tokens.get()).toBe(null)
  expect(asked).toHaveLength(1)
  clock.now += 3 * SECOND
  await tokens.get()
  clock.now += 3 * SECOND
  expect(await tokens.get()).toBe('t1')
})
