import { SECOND } from '../../core/time.ts'
import type { Job, Jobs } from '../ports/jobs.ts'

/** Slow jobs beside the rounds, so that a reply that waits to be sent does not wait for them. */
export type Aside = {
  /** Begins it, or puts it off while too many are under way. Never waits for the deed. */
  readonly start: (job: Job, deed: () => Promise<void>) => Promise<void>
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>
}

/** A picture keeps one core busy, a model keeps nobody busy: two at once leave the house its hands. */
const MOST = 2
const LATER = 5 * SECOND

/** What is under way; `again`: the same job on a later lease, because it took longer than the first. */
type Running = { readonly done: Promise<void>; again?: Job }

export function openAside(parts: {
  readonly jobs: Pick<Jobs, 'postpone' | 'finish'>
  readonly now: () => number
}): Aside {
  const running = new Map<string, Running>()
  const carryOut = async (id: string, deed: () => Promise<void>) => {
    await deed()
    const { again } = running.get(id) ?? {}
    running.delete(id)
    // Its first lease had run out, so it could not be put away by that one. If this fails, it comes back.
    if (again) await parts.jobs.finish(again).catch(() => {})
  }
  return {
    start: async (job, deed) => {
      const known = running.get(job.id)
      if (known) {
        known.again = job
        return
      }
      if (running.size >= MOST) {
        return parts.jobs.postpone(job, parts.now() + LATER, job.tries)
      }
      const begin = Promise.resolve().then(() => carryOut(job.id, deed))
      running.set(job.id, { done: begin })
    },
    idle: async () => {
      await Promise.allSettled([...running.values()].map(({ done }) => done))
    },
  }
}
