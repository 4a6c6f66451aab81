import { problem } from '../../core/errors.ts'
import type {
  ConversationKey,
  ConversationRef,
  NewTurn,
  TurnContent,
} from '../../work/ports/turns.ts'
import type { DataKey } from './seal/key-ring.ts'
import { seal, unseal } from './seal/seal.ts'

/** What came in, the state after and what goes out: one encryption a turn. */
export function sealContent({ ref, seq, key, content }: NewTurn): Buffer | null {
  if (content === null) return null
  if (key === null) throw problem('internal', { why: 'a turn without a key' })
  return seal(opened(key), placeOfTurn(ref, seq), content)
}

/** A turn whose words were taken back. */
export function resealContent(
  ref: ConversationRef,
  seq: number,
  key: ConversationKey,
  content: TurnContent,
): Buffer {
  return seal(opened(key), placeOfTurn(ref, seq), content)
}

/** Null after an erasure. */
export function openContent(
  ref: ConversationRef,
  seq: number,
  sealed: Buffer | null,
  key: ConversationKey | null,
): TurnContent | null {
  if (sealed === null || key === null) return null
  return unseal(opened(key), placeOfTurn(ref, seq), sealed) as TurnContent
}

/** The channel's own id of the resident. */
export function sealAddress(ref: ConversationRef, key: ConversationKey, user: string): Buffer {
  return seal(opened(key), placeOfAddress(ref), user)
}

export function openAddress(ref: ConversationRef, key: ConversationKey, sealed: Buffer): string {
  return String(unseal(opened(key), placeOfAddress(ref), sealed))
}

function opened(key: ConversationKey): DataKey {
  return key.open as DataKey
}

function placeOfTurn({ id }: ConversationRef, seq: number) {
  return { table: 'turn', column: 'sealed', row: `${id}/${seq}` }
}

function placeOfAddress({ id }: ConversationRef) {
  return { table: 'conversation', column: 'address', row: id }
}
