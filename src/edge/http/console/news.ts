import { z } from 'zod'
import { CaseNumber } from '../../../core/contract/desk.ts'
import { chatTopic, queueTopic } from '../live.ts'
import type { App, Gate } from '../parts.ts'
import { mustSignIn, type Session } from './session.ts'

const plain = { schema: { hide: true }, exposeHeadRoute: false }

const Query = z.object({ case: CaseNumber.optional().catch(undefined) }).catch({})

/**
 * Rings when a queue page, or the page of one case, should look again. It carries no content: the page
 * asks for itself, with its own right to see.
 */
export function consoleNews(app: App, gate: Gate): void {
  app.get('/console/stream', plain, async (request, reply) => {
    const session = await mustSignIn(request, gate)
    const topic = await topicOf(gate, session, Query.parse(request.query).case)
    const stop = gate.live.listen(topic, () => stream.send('news', {}))
    const stream = gate.streams.open(reply, () => {}, stop)
  })
}

async function topicOf({ desk }: Gate, { staff }: Session, number: string | undefined) {
  if (number === undefined) return queueTopic(staff.district)
  const { conversation } = await desk.readCase(staff, number)
  return conversation === null ? queueTopic(staff.district) : chatTopic(conversation)
}
