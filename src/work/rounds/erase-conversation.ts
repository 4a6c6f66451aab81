import type { Job } from '../ports/jobs.ts'
import { refOf, type TurnEngine } from '../turn/create-turns.ts'
import type { TurnLimits } from '../turn/limits.ts'
import type { TurnParts } from '../turn/parts.ts'
import { type Done, SOON } from './done.ts'

/**
 * Withdrawal (撤回): the key of the conversation is destroyed, so that nothing it sealed opens again,
 * in backups neither; what its cases hold and what it sent goes with it. The reply that says so is sent first.
 */
export async function eraseConversation(
  parts: TurnParts,
  engine: TurnEngine,
  limits: TurnLimits,
  job: Job,
): Promise<Done> {
  const { conversation, seq = 0 } = job.detail
  const ref = refOf(conversation)
  const unsent = await parts.turns.undelivered(ref)
  const waited = parts.now() - (unsent?.turns[0]?.at ?? 0)
  if (unsent && waited < limits.eraseWaits) return SOON
  const [tail] = await parts.turns.tails([ref])
  // Where the resident spoke before he went on here: these first, because only this talk knows of them.
  for (const other of tail?.content?.notes.joined ?? []) {
    await engine.perform(refOf(other), `erase:${ref.id}:${seq}`, { do: 'erase' })
  }
  // Withdrawn twice is two erasures; the same one tried twice is one.
  await engine.perform(ref, `erase:${seq}`, { do: 'erase' })
  await parts.files?.removeAll(ref.id)
  return 'done'
}
