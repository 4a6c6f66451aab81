import { MINUTE, SECOND } from '../../core/time.ts'
import type { TurnEngine } from '../turn/create-turns.ts'
import { TURN_LIMITS } from '../turn/limits.ts'
import { whyOf } from '../turn/why-of.ts'
import { openAside } from './aside.ts'
import { type JobParts, runJobs } from './jobs.ts'
import { type Running, repeat, type Wait } from './repeat.ts'
import { sweepSilence } from './silence.ts'

export type RoundsParts = JobParts & {
  readonly wait: Wait
}

/**
 * What the house does by itself, over and over. Several processes may run them: a job is held by one
 * of them, a bucket is swept by one of them.
 */
export function startRounds(parts: RoundsParts, engine: TurnEngine): Running {
  const { jobsEvery, sweepEvery } = { ...TURN_LIMITS, ...parts.limits }
  const aside = openAside(parts)
  const loops = [
    loop(parts, 'jobs', jobsEvery, () => runJobs({ ...parts, aside }, engine)),
    loop(parts, 'inbox', sweepEvery, engine.sweepInbox),
    loop(parts, 'silence', sweepEvery, () => sweepSilence(parts, engine)),
  ]
  return {
    stop: async () => {
      await Promise.all(loops.map((each) => each.stop()))
      // What is cut off keeps its lease and is done again: nobody waits long for it.
      const grace = parts.wait(GRACE)
      await Promise.race([aside.idle(), grace.done])
      grace.cancel()
    },
  }
}

/** A model answers within 3 s; a picture may take longer, and is read again. */
const GRACE = 4 * SECOND

/** Again at once while there is work, after a pause when there is none, longer while it fails. */
function loop(
  parts: RoundsParts,
  name: string,
  pause: number,
  round: () => Promise<number>,
): Running {
  let wait = pause
  return repeat(parts.wait, async () => {
    try {
      wait = (await round()) > 0 ? 0 : pause
    } catch (error) {
      parts.report?.({ code: 'round_failed', id: name, why: whyOf(error) })
      wait = Math.min(Math.max(wait, pause) * 2, MINUTE / 4)
    }
    return wait
  })
}
