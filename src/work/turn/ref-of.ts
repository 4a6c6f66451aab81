import type { ConversationRef } from '../ports/turns.ts'

/** A conversation by its id: the bucket is the first byte. */
export function refOf(conversation: string): ConversationRef {
  return { bucket: Number.parseInt(conversation.slice(0, 2), 16), id: conversation }
}
