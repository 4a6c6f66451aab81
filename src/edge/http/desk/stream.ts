import { z } from 'zod'
import { type StreamEvent, StreamQuery } from '../../../core/contract/desk/stream.ts'
import { Trouble } from '../../../core/contract/trouble.ts'
import type { Staff } from '../../../core/people/role.ts'
import { mustSignIn } from '../console/session.ts'
import { chatTopic } from '../live.ts'
import type { App, Gate } from '../parts.ts'
import { calmly } from './calmly.ts'
import { frame, iso } from './frame.ts'
import { ownTalks } from './own-talks.ts'
import type { Presence } from './presence.ts'
import { alertTopic, caseTopic, noticeTopic, presenceTopic, queueTopic } from './topics.ts'

/** Milliseconds between two rings of the same queue. */
const QUEUE_PAUSE = 1_000

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
    const talks = ownTalks(gate, staff, (own) => send({ type: 'case', number: own }))
    const places = queuesOf(staff, gate).map((street) => {
      const ring = calmly(() => {
        talks.refresh()
        send({ type: 'queue', street: street || null })
      }, QUEUE_PAUSE)
      const deaf = gate.live.listen(queueTopic(staff.district, street ?? undefined), ring.call)
      return [ring.stop, deaf]
    })
    const watched = [
      ...ofDesk(staff),
      ...(number !== undefined && seen ? ofCase(staff, number, seen.conversation, presence) : []),
    ]
    const stops = [
      ...watched.map(([topic, event]) => gate.live.listen(topic, () => send(event()))),
      ...places.flat(),
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

/** The whole district (null), and each street that this person sees. */
function queuesOf({ role, district, streets }: Staff, gate: Gate): readonly (string | null)[] {
  const wide = role === 'district' || role === 'admin'
  return [null, ...(wide ? gate.streetsOf(district).map(({ code }) => code) : streets)]
}

const ofDesk = ({ district }: Staff): readonly Watched[] => [
  [alertTopic(district), () => ({ type: 'alerts' })],
  [noticeTopic(district), () => ({ type: 'notices' })],
]

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
