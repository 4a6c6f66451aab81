import type { Rendered } from '../../core/contract/channel/capabilities.ts'
import type { Outgoing } from '../../core/events/outgoing.ts'
import type { Instant } from '../../core/time.ts'
import type { ReplyWindows } from '../../work/ports/reply-windows.ts'
import type { Sent } from '../../work/ports/sender.ts'

/** One call to the platform: words with what can be tapped, or a file. */
export type Part =
  | { readonly kind: 'words'; readonly text: string; readonly options: Rendered['options'] }
  | { readonly kind: 'file'; readonly file: string }

export function partsOf(pieces: readonly Rendered[]): readonly Part[] {
  return pieces.flatMap(({ text, options, files }) => {
    const words: readonly Part[] = text === '' ? [] : [{ kind: 'words', text, options }]
    return [...words, ...files.map((file) => ({ kind: 'file', file }) as const)]
  })
}

type PartSending = {
  readonly conversation: string
  readonly key: string
  readonly message: Outgoing
  readonly parts: readonly Part[]
  /** `nth`: place among the parts. Never throws. */
  readonly send: (part: Part, nth: number) => Promise<Sent>
}

export type PartSender = {
  /** Counts a part as sent by another way. */
  readonly passOver: (key: string) => void
  readonly isBegun: (key: string) => boolean
  readonly send: (sending: PartSending) => Promise<Sent>
}

/** Messages in mind that were sent in part. */
const MOST = 2_000

/**
 * Sends the parts of a message one after the other, each within the window of its conversation. A message
 * that broke off goes on where it was, as long as this process lives. `kept`: messages of the
 * window that only advisers and what is urgent may use.
 */
export function openPartSender(
  windows: ReplyWindows,
  now: () => Instant,
  kept: number,
): PartSender {
  const begun = new Map<string, number>()
  const done = (key: string, count: number) => {
    begun.set(key, count)
    const [oldest] = begun.keys()
    if (begun.size > MOST && oldest !== undefined) begun.delete(oldest)
  }
  return {
    passOver: (key) => done(key, (begun.get(key) ?? 0) + 1),
    isBegun: (key) => begun.has(key),
    send: async (sending) => {
      const { key, parts, message } = sending
      const keep = message.from === 'adviser' || message.urgency === 'urgent' ? 0 : kept
      for (let nth = begun.get(key) ?? 0; nth < parts.length; nth++) {
        const sent = await sendPart(windows, now(), keep, sending, nth)
        if (sent.status !== 'sent') return sent
        done(key, nth + 1)
      }
      return { status: 'sent' }
    },
  }
}

async function sendPart(
  windows: ReplyWindows,
  now: Instant,
  keep: number,
  { conversation, parts, send }: PartSending,
  nth: number,
): Promise<Sent> {
  const part = parts[nth]
  if (!part) return { status: 'sent' }
  const taken = await windows.take(conversation, now, keep)
  if (taken === null) return { status: 'undeliverable', why: 'window' }
  const sent = await send(part, nth)
  if (sent.status === 'sent' || sent.status === 'unknown') return sent
  if (sent.why === 'window') await windows.close(conversation)
  else await windows.giveBack(conversation, taken)
  return sent
}
