import { problem } from '../../core/errors.ts'
import type { Job } from '../ports/jobs.ts'
import type { LateTransfers } from '../ports/late-transfers.ts'
import type { QuietDesk } from '../ports/quiet.ts'
import type { ResumeStore } from '../ports/resume.ts'
import type { Sms } from '../ports/sms.ts'
import type { UndeliveredDesk } from '../ports/undelivered.ts'
import { backoffOf } from '../turn/backoff.ts'
import { refOf, type TurnEngine } from '../turn/create-turns.ts'
import { deliverAll } from '../turn/deliver.ts'
import { TURN_LIMITS, type TurnLimits } from '../turn/limits.ts'
import type { TurnParts } from '../turn/parts.ts'
import { whyOf } from '../turn/why-of.ts'
import { answerPending } from './answer-pending.ts'
import type { Aside } from './aside.ts'
import { claimCode, claimTalk } from './claim-talk.ts'
import type { Done } from './done.ts'
import { eraseConversation } from './erase-conversation.ts'
import { fetchMedia, type MediaParts } from './fetch-media.ts'
import type { Helpers } from './helpers.ts'
import { readPhoto } from './read-photo.ts'
import { suggestNeeds } from './suggest-needs.ts'
import { takeBack } from './take-back.ts'
import { tellUndelivered } from './tell-undelivered.ts'
import { watchQuiet } from './watch-quiet.ts'

/** What the jobs need besides the engine's parts. */
export type JobParts = TurnParts & {
  readonly quiet?: QuietDesk
  readonly transfers?: LateTransfers
  readonly helping?: Helpers
  readonly media?: MediaParts
  readonly undelivered?: UndeliveredDesk
  readonly resume?: ResumeStore
  readonly sms?: Sms
  /** The text of a message to a phone, with the number of the case (locale key `sms.look`). */
  readonly smsText?: (number: string) => string
  /** Where slow jobs go, so that no round waits for them. Without it they are done in the round. */
  readonly aside?: Aside
}

/** Claims what is due and does it. Gives how many jobs there were. */
export async function runJobs(parts: JobParts, engine: TurnEngine): Promise<number> {
  const limits = { ...TURN_LIMITS, ...parts.limits }
  const now = parts.now()
  const jobs = await parts.jobs.claim(now, now + limits.lease, limits.jobs)
  parts.failpoint?.('rounds.claimed')
  const lines = new Map<string, Job[]>()
  for (const job of jobs) {
    const line = lines.get(job.detail.conversation)
    if (line) line.push(job)
    else lines.set(job.detail.conversation, [job])
  }
  // Conversations side by side, the jobs of one in their order.
  await Promise.all(
    [...lines.values()].map(async (line) => {
      for (const job of line) {
        const now = () => attempt(parts, engine, limits, job)
        if (parts.aside && SLOW.has(job.kind)) await parts.aside.start(job, now)
        else await now()
      }
    }),
  )
  return jobs.length
}

/** What asks a model, reads a picture or waits for a platform: seconds. */
const SLOW: ReadonlySet<Job['kind']> = new Set([
  'suggest',
  'read_photo',
  'fetch_media',
  'tell_undelivered',
])

async function attempt(
  parts: JobParts,
  engine: TurnEngine,
  limits: TurnLimits,
  job: Job,
): Promise<void> {
  try {
    const done = await perform(parts, engine, limits, job)
    if (done === 'done') await parts.jobs.finish(job)
    if (typeof done === 'object')
      await parts.jobs.postpone(job, parts.now() + done.again, job.tries)
  } catch (error) {
    await failed(parts, limits, job, error)
  }
}

async function perform(
  parts: JobParts,
  engine: TurnEngine,
  limits: TurnLimits,
  job: Job,
): Promise<Done> {
  const { detail } = job
  const ref = refOf(detail.conversation)
  switch (job.kind) {
    case 'answer':
      return answerPending(parts, engine, limits, job)
    case 'deliver':
      await deliverAll(parts, limits, ref, job)
      return 'kept'
    case 'erase':
      return eraseConversation(parts, engine, limits, job)
    case 'late_transfer':
      await parts.transfers?.tellLate({ case: detail.case ?? '', at: parts.now() })
      return 'done'
    case 'suggest':
      return suggestNeeds(parts, job)
    case 'read_photo':
      return readPhoto(parts, job)
    case 'fetch_media':
      return fetchMedia(parts, engine, job)
    case 'take_back':
      return takeBack(parts, job)
    case 'tell_undelivered':
      return tellUndelivered(parts, job)
    case 'claim_talk':
      return claimTalk(parts, engine, job)
    case 'claim_code':
      return claimCode(parts, engine, job)
    case 'quiet':
      return watchQuiet(parts, engine, job)
    case 'check_in': {
      const flow = detail.flow === undefined ? {} : { flow: detail.flow }
      const incoming = { kind: 'check_in', case: detail.case ?? '', ...flow } as const
      await engine.speakUp(ref.id, `job:${job.id}:${job.dueAt}`, incoming)
      return 'done'
    }
    default:
      // Ordered by a newer program that runs beside this one: it will do it.
      throw problem('internal', { kind: job.kind satisfies never })
  }
}

/** Later, and later again; at last it is put where operators see it. */
async function failed(
  parts: JobParts,
  limits: TurnLimits,
  job: Job,
  error: unknown,
): Promise<void> {
  const last = job.tries + 1 >= limits.jobTries
  parts.report?.({ code: last ? 'job_buried' : 'job_failed', id: job.id, why: whyOf(error) })
  // No answer from the database: the lease runs out by itself.
  const put = last
    ? parts.jobs.bury(job)
    : parts.jobs.postpone(
        job,
        parts.now() + backoffOf(job.tries, limits, parts.chance),
        job.tries + 1,
      )
  await put.catch(() => {})
}
