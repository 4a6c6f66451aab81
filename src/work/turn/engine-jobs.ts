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
