import type { ConversationRef } from '../ports/turns.ts'

/** Conversations that have something to be sent, a few at a time, each once however often it is named. */
export type OutgoingQueue = {
  readonly add: (ref: ConversationRef) => void
  /** Resolves when what is under way has ended; what still waited is left to whoever runs the rounds. */
  readonly stop: () => Promise<void>
}

/** `most`: asked each time, so that sending makes room while many write. `deliver` never throws. */
export function openOutgoingQueue(
  most: () => number,
  deliver: (ref: ConversationRef) => Promise<void>,
): OutgoingQueue {
  const waiting = new Map<string, ConversationRef>()
  const underWay = new Set<Promise<void>>()

  const next = () => {
    const limit = most()
    for (const [id, first] of waiting) {
      if (underWay.size >= limit) return
      waiting.delete(id)
      const delivery = deliver(first).finally(() => {
        underWay.delete(delivery)
        next()
      })
      underWay.add(delivery)
    }
  }

  return {
    add: (ref) => {
      waiting.set(ref.id, ref)
      next()
    },
    stop: async () => {
      waiting.clear()
      await Promise.all(underWay)
    },
  }
}
