import { HOUR, MINUTE } from '../../core/time.ts'
import type { Job } from '../ports/jobs.ts'
import type { StoredTurn, TurnContent } from '../ports/turns.ts'
import { refOf } from '../turn/create-turns.ts'
import { fetchesOf } from '../turn/fetches-of.ts'
import type { TurnParts } from '../turn/parts.ts'
import { reservedFile } from '../turn/reserved-file.ts'
import { type Done, SOON } from './done.ts'

/** Messages may overtake each other: what is taken back is waited for. */
const WAITS = HOUR

/**
 * The resident took a message back (撤回): its words and files go, a tombstone stays in its place, and
 * the record says so. What the case holds of it stays: an answer is corrected by saying so.
 */
export async function takeBack(parts: TurnParts, { detail }: Job): Promise<Done> {
  const { conversation, seq = 0 } = detail
  const ref = refOf(conversation)
  const [turn] = await parts.turns.read(ref, seq)
  const asked = turn?.seq === seq ? turn.content?.in : undefined
  if (!turn || asked?.kind !== 'unsent') return 'done'
  const target = await parts.turns.find(ref, turn.channel, asked.externalId)
  if (!target) return parts.now() - turn.at < WAITS ? { again: MINUTE } : 'done'
  await parts.files?.remove?.(ref.id, filesOf(parts, target))
  const entry = {
    ...({ district: parts.house().district, street: '', actor: 'turn', role: 'system' } as const),
    ...{ act: 'message.taken_back', object: `turn:${ref.id}/${target.seq}`, at: parts.now() },
  }
  const masked = await parts.turns.takeBack(ref, target.seq, mask, entry)
  if (!masked) return SOON
  parts.announce({ about: 'conversation', conversation, seq: target.seq })
  return 'done'
}

function filesOf(parts: TurnParts, { ref, seq, content }: StoredTurn): readonly string[] {
  if (!content) return []
  const files = content.in.kind === 'media' ? (content.in.files ?? []) : []
  const fetched = fetchesOf(content.in).map((_, n) => reservedFile(parts.ids, ref.id, seq, n))
  return [...files, ...fetched]
}

function mask(content: TurnContent): TurnContent {
  const { tapped: _, ...rest } = content
  return { ...rest, in: { kind: 'taken_back' } }
}
