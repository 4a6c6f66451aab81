import { z } from 'zod'
import { After } from '../../../core/contract/chat.ts'
import { Trouble } from '../../../core/contract/trouble.ts'
import { chatTopic } from '../live.ts'
import type { App, Gate } from '../parts.ts'
import type { Stream } from '../stream.ts'
import { messageOf } from './message.ts'
import { mustTalk } from './talking.ts'

/** Server-sent events: what was missed since Last-Event-ID, then what is new. */
export function chatStream(app: App, gate: Gate): void {
  const schema = {
    tags: ['chat'],
    security: [{ conversation: [] }],
    description: 'Server-sent events `message`; the id of each is its seq. Heartbeat every 15 s.',
    querystring: After,
    produces: ['text/event-stream'],
    response: { 200: z.string(), 400: Trouble, 401: Trouble, 429: Trouble, 503: Trouble },
  }
  app.get('/api/chat/stream', { schema, exposeHeadRoute: false }, async (request, reply) => {
    const talking = await mustTalk(request, gate)
    const last = Number(request.headers['last-event-id'] ?? Number.NaN)
    const follow = follower(
      gate,
      talking.id,
      Number.isSafeInteger(last) ? last : request.query.after,
    )
    const stop = gate.live.listen(chatTopic(talking.id), () => follow(stream))
    const stream = gate.streams.open(reply, follow, stop)
    follow(stream)
  })
}

/**
 * Sends what is new, each message once and in order, one read at a time. Also called by each
 * heartbeat: a bell that was rung in another process is then heard late, but heard.
 */
function follower(gate: Gate, conversation: string, after: number): (stream: Stream) => void {
  let seen = after
  let again = false
  let reading = false
  const read = async (stream: Stream) => {
    do {
      again = false
      for (const shown of await gate.chat.readMessages(conversation, seen)) {
        seen = Math.max(seen, shown.seq)
        stream.send('message', messageOf(shown), shown.seq)
      }
    } while (again)
  }
  return (stream) => {
    again = true
    if (reading) return
    reading = true
    read(stream)
      .catch(() => stream.close())
      .finally(() => {
        reading = false
      })
  }
}
