import type { Instant } from '../../core/time.ts'
import type { JobOrder } from '../ports/jobs.ts'
import type { ConversationRef } from '../ports/turns.ts'

/** The job that answers a pending message. */
export function answerJob(ref: ConversationRef, seq: number, dueAt: Instant): JobOrder {
  const id = `answer:${ref.id}:${seq}`
  return { bucket: ref.bucket, id, kind: 'answer', dueAt, detail: { conversation: ref.id, seq } }
}

/** The job that sends what a conversation has to say. */
export function deliverJob(ref: ConversationRef, seq: number, dueAt: Instant): JobOrder {
  const id = deliverJobId(ref)
  return { bucket: ref.bucket, id, kind: 'deliver', dueAt, detail: { conversation: ref.id, seq } }
}

export function deliverJobId(ref: ConversationRef): string {
  return `deliver:${ref.id}`
}

/** The job that tells the desk what did not reach a resident, and falls back to a text message. */
export function tellUndeliveredJob(ref: ConversationRef, seq: number, dueAt: Instant): JobOrder {
  const id = `undelivered:${ref.id}:${seq}`
  const detail = { conversation: ref.id, seq }
  return { bucket: ref.bucket, id, kind: 'tell_undelivered', dueAt, detail }
}

/** The job that fetches what a resident sent from where the platform keeps it. */
export function fetchMediaJob(ref: ConversationRef, seq: number, dueAt: Instant): JobOrder {
  const id = `fetch:${ref.id}:${seq}`
  return {
    bucket: ref.bucket,
    id,
    kind: 'fetch_media',
    dueAt,
    detail: { conversation: ref.id, seq },
  }
}

/** The job that masks a message which the resident took back; `seq` is the turn that says so. */
export function takeBackJob(ref: ConversationRef, seq: number, dueAt: Instant): JobOrder {
  const id = `taken-back:${ref.id}:${seq}`
  return { bucket: ref.bucket, id, kind: 'take_back', dueAt, detail: { conversation: ref.id, seq } }
}
