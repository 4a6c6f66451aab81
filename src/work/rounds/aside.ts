import { SECOND } from '../../core/time.ts'
import type { Job, Jobs } from '../ports/jobs.ts'

/** Slow jobs beside the rounds, so that a reply that waits to be sent does not wait for them. */
export type Aside = {
  /** Begins it, or puts it off while too many are under way. Resolves at once in both cases. */
  readonly start: (job: Job, deed: () => Promise<void>) => Promise<void>
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>
}

/** A picture keeps one core busy, a model keeps nobody busy: two at once leave the house its hands. */
const MOST = 2
const LATER = 5 * SECOND

export function openAside(parts: {
  readonly jobs: Pick<Jobs, 'postpone'>
  readonly now: () => number
}): Aside {
  const running = new Map<string, Promise<void>>()
  return {
    start: async (job, deed) => {
      // A job that outlived its lease comes again while it is under way: what it found is noted once.
      if (running.size >= MOST || running.has(job.id)) {
        return parts.jobs.postpone(job, parts.now() + LATER, job.tries)
      }
      running.set(
        job.id,
        deed().finally(() => running.delete(job.id)),
      )
    },
    idle: async () => {
      await Promise.allSettled(running.values())
    },
  }
}
