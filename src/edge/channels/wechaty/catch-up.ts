import { DAY, type Instant, MINUTE, SECOND } from '../../../core/time.ts'
import { openShortMemory } from '../../short-memory.ts'

/** A message older than this was written while we were away. */
const OLD = 10 * MINUTE
/** After the last old message of somebody so long is waited for another one. */
const QUIET = 3 * SECOND
const MOST = 10_000

/**
 * Messages that were written while nobody was signed in come all at once. Each is kept and thought
 * about like any other; of the questions that follow from them only the last is asked.
 */
export type CatchUp = {
  /** Before it is handed on: questions to this person wait a moment. True when it is an old one. */
  readonly notice: (user: string, at: Instant, now: Instant) => boolean
  /** After an old one was answered: what the one before it led to is no longer asked. */
  readonly answered: (user: string, keys: readonly string[], now: Instant) => void
  /** How long a question to this person still waits, in ms. */
  readonly wait: (user: string, now: Instant) => number
  readonly isOvertaken: (key: string, now: Instant) => boolean
}

export function openCatchUp(): CatchUp {
  const until = openShortMemory<Instant>(MOST, MINUTE)
  const last = openShortMemory<readonly string[]>(MOST, MINUTE)
  const overtaken = openShortMemory<true>(MOST, DAY)
  return {
    notice: (user, at, now) => {
      if (now - at <= OLD) return false
      until.set(user, now + QUIET, now)
      return true
    },
    answered: (user, keys, now) => {
      for (const key of last.get(user, now) ?? []) overtaken.set(key, true, now)
      last.set(user, keys, now)
    },
    wait: (user, now) => Math.max(0, (until.get(user, now) ?? 0) - now),
    isOvertaken: (key, now) => overtaken.get(key, now) === true,
  }
}
