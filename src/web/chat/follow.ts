import type { Message } from '../../core/contract/message.ts'
import { addressOf } from './address.ts'

/** Milliseconds between two questions while the stream cannot be had. */
const POLL = 5_000

/** A hidden page gives its connection back after this long: browsers allow six a host (HTTP/1.1). */
const HIDDEN = 60_000

/** Hears what is new from the stream, or by asking where streams are cut off. */
export function follow(after: number, hear: (message: Message) => void, lost: () => void): void {
  let seen = after
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const take = (message: Message) => {
    seen = Math.max(seen, message.seq)
    hear(message)
  }
  const listen = () => {
    clearTimeout(timer)
    if (source && source.readyState !== EventSource.CLOSED) return
    const opened = new EventSource(addressOf('/api/chat/stream', `&after=${seen}`))
    source = opened
    opened.addEventListener('message', (event) => take(JSON.parse(event.data)))
    opened.addEventListener('error', () => {
      if (opened.readyState === EventSource.CLOSED) timer = setTimeout(ask, POLL)
    })
  }
  const ask = async () => {
    const answer = await fetch(addressOf('/api/chat/messages', `&after=${seen}`)).catch(() => null)
    if (answer?.status === 401) return lost()
    if (answer?.ok) {
      const { messages } = (await answer.json()) as { messages: Message[] }
      messages.forEach(take)
    }
    listen()
  }

  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer)
    if (document.visibilityState === 'visible') return listen()
    timer = setTimeout(() => source?.close(), HIDDEN)
  })
  listen()
}
