import type { DeliveryReason } from '../../core/contract/channel/delivery-reason.ts'
import { tellUndeliveredJob } from './engine-jobs.ts'
import type { TurnParts } from './parts.ts'
import { refOf } from './ref-of.ts'
import { messageId } from './show.ts'

/** Turns that are looked through: platforms tell of a failure within minutes. */
const LATEST = 40

/**
 * A message that the platform had taken did not arrive after all. Found by its key among the latest turns of where
 * the resident talks now; whoever must know is told as of any other that failed.
 */
export async function fellThrough(
  parts: TurnParts,
  conversation: string,
  key: string,
  why: DeliveryReason,
): Promise<void> {
  const [here] = await parts.turns.tails([refOf(conversation)])
  const [tail] = here?.content?.notes.movedTo
    ? await parts.turns.tails([refOf(here.content.notes.movedTo)])
    : [here]
  if (!tail) return
  const { ref } = tail
  for (const { seq, content } of await parts.turns.read(ref, Math.max(1, tail.seq - LATEST))) {
    const place = (content?.out ?? []).findIndex(
      (_, k) => messageId(parts.ids, ref.id, seq, k + 1) === key,
    )
    if (place < 0) continue
    await parts.turns.fellThrough(ref, seq, place, why, [tellUndeliveredJob(ref, seq, parts.now())])
    parts.announce({ about: 'conversation', conversation: ref.id, seq })
    return
  }
}
