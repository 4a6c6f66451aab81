import type { Sender } from '../../src/work/ports/sender.ts'

/** Sends to the fake platform as a real channel would: with a key, a time limit and open eyes. */
export function pushSender(url: string): Sender {
  return {
    isFetched: (channel) => channel === 'web',
    send: async ({ to, message, key }) => {
      try {
        const { status } = await fetch(url, {
          method: 'POST',
          headers: { 'x-retry-key': key },
          body: JSON.stringify({ to: to.user, text: message.text }),
          signal: AbortSignal.timeout(2_000),
        })
        if (status === 200 || status === 409) return { status: 'sent' }
        if (status === 429 || status >= 500) return { status: 'retry' }
        return { status: 'undeliverable' }
      } catch {
        // No answer: with the same key a second try is harmless.
        return { status: 'retry' }
      }
    },
  }
}
