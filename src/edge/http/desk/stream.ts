import { z } from 'zod'
import { type StreamEvent, StreamQuery } from '../../../core/contract/desk/stream.ts'
import { Trouble } from '../../../core/contract/trouble.ts'
import type { Staff } from '../../../core/people/role.ts'
import { mustSignIn } from '../console/session.ts'
import { chatTopic } from '../live.ts'
import type { App, Gate } from '../parts.ts'
import { frame, iso } from './frame.ts'
import { ownTalks } from './own-talks.ts'
import type { Presence } from './presence.ts'
import { alertTopic, caseTopic, noticeTopic, presenceTopic, queueTopic } from './topics.ts'

/**
 * Server-sent events: each says where to look again and nothing else. What was missed is not sent
 * again: `hello` says to fetch.
 */
export function deskStream(app: App, gate: Gate, presence: Presence): void {
  const schema = {
    ...frame,
    description: 'Server-sent events named by their type. Heartbeat every 15 s.',
    querystring: StreamQuery,
    produces: ['text/event-stream'],
    response: { 200: z.string(), 400: Trouble, 401: Trouble, 404: Trouble, 503: Trouble },
  }
  app.get('/api/desk/stream', { schema, exposeHeadRoute: false }, async (request, reply) => {
    const { staff } = await mustSignIn(request, gate)
    const number = request.query.case
    const seen = number === undefined ? null : await gate.desk.seesCase(staff, number)
    const send = (event: StreamEvent) => stream.send(event.type, event)
    const watched = [
      ...ofDesk(staff),
      ...(number !== undefined && seen ? ofCase(staff, number, seen.conversation, presence) : []),
    ]
    const talks = ownTalks(gate, staff, (own) => send({ type: 'case', number: own }))
    const stops = [
      ...watched.map(([topic, event]) => gate.live.listen(topic, () => send(event()))),
      gate.live.listen(queueTopic(staff.district), talks.refresh),
      talks.stop,
    ]
    const stream = gate.streams.open(
      reply,
      () => {},
      () => {
        for (const stop of stops) stop()
      },
    )
    talks.refresh()
    send({ type: 'hello', now: iso(gate.clock()) })
  })
}

type Watched = readonly [topic: string, event: () => StreamEvent]

function ofDesk({ district, streets }: Staff): readonly Watched[] {
  return [
    [queueTopic(district), () => ({ type: 'queue', street: null })],
    [alertTopic(district), () => ({ type: 'alerts' })],
    [noticeTopic(district), () => ({ type: 'notices' })],
    ...streets.map(
      (street): Watched => [queueTopic(district, street), () => ({ type: 'queue', street })],
    ),
  ]
}

function ofCase(
  { district }: Staff,
  number: string,
  conversation: string | null,
  presence: Presence,
): readonly Watched[] {
  const changed = () => ({ type: 'case', number }) as const
  return [
    [caseTopic(district, number), changed],
    ...(conversation === null ? [] : [[chatTopic(conversation), changed] as const]),
    [
      presenceTopic(district, number),
      () => ({ type: 'presence', number, people: presence.at(`${district}/${number}`) }),
    ],
  ]
}
