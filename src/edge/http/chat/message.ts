import type { Message } from '../../../core/contract/message.ts'
import type { Shown } from '../../../work/ports/chat.ts'

/** A message as clients get it. */
export function messageOf(shown: Shown): Message {
  const { seq, id, from, text, options, several, media, at, by } = shown
  return {
    seq,
    id,
    from,
    text,
    ...(options?.length ? { options: options.map(({ id, label }) => ({ id, label })) } : {}),
    ...(several ? { several } : {}),
    ...(media ? { media } : {}),
    at: new Date(at).toISOString(),
    ...(by === undefined ? {} : { by }),
  }
}
