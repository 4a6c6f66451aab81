import type { Incoming } from '../../core/events/incoming.ts'
import type { Instant } from '../../core/time.ts'
import type { Write } from '../ports/cases-in-turn.ts'
import type { JobOrder } from '../ports/jobs.ts'
import type { ConversationRef, Notes } from '../ports/turns.ts'
import type { TurnParts } from './parts.ts'

/** A message as long as a sentence or two tells a story; shorter ones answer a question. */
export const STORY = 15

/**
 * Work for the optional helpers, written with the turn that gives reason for it: after consent, a
 * story or a case that was just opened goes to the model, and each kept photo to the reader.
 */
export function helperJobs(
  { helpers }: TurnParts,
  ref: ConversationRef,
  seq: number,
  at: Instant,
  incoming: Incoming,
  before: Notes,
  after: Notes,
): readonly Write[] {
  if (!helpers || after.consent === null) return []
  const order = (kind: JobOrder['kind'], id: string, file?: string): Write => {
    const detail = { conversation: ref.id, seq, ...(file === undefined ? {} : { file }) }
    return { kind: 'set_job', job: { bucket: ref.bucket, id, kind, dueAt: at, detail } }
  }
  if (helpers.reads && incoming.kind === 'media' && incoming.media === 'image') {
    return (incoming.files ?? []).map((file) => order('read_photo', `read:${ref.id}:${file}`, file))
  }
  const tells = incoming.kind === 'text' && incoming.text.trim().length >= STORY
  const opens = after.cases.length > before.cases.length
  return helpers.suggests && (tells || opens) ? [order('suggest', `suggest:${ref.id}`)] : []
}
