import { setTimeout as sleep } from 'node:timers/promises'
import { SECOND } from '../../../core/time.ts'
import type { Received } from '../../../work/ports/chat.ts'
import { type Connection, within } from './connection.ts'
import type { WechatyParts } from './parts.ts'
import type { WechatMessage } from './puppet.ts'
import { isRefusal, readMessage } from './read-message.ts'

/** Messages in memory that the store has not taken: nobody brings them again, so none is given up. */
const MOST = 10_000
const ASK = 5 * SECOND
/** With the pauses between about half a minute: as long as a gateway takes to come back. */
const TRIES = 5
const OFFICIAL = 2

export type Intake = {
  readonly put: (connection: Connection, id: string) => void
  /** Resolves when all that was put is durable. */
  readonly idle: () => Promise<void>
  readonly stop: () => void
}

/**
 * Messages from the gateway, in order for each person. It brings them once, and after a new sign-in
 * perhaps again: their id makes the second copy harmless, and what the store does not take is offered
 * until it does.
 */
export function openIntake(parts: WechatyParts): Intake {
  const stopping = new AbortController()
  const lines = new Map<string, Promise<void>>()
  let asking: Promise<void> = Promise.resolve()

  const line = (user: string, deed: () => Promise<void>) => {
    const next = (lines.get(user) ?? Promise.resolve()).then(deed).catch(() => {
      parts.sink.report('wechaty_not_kept', { message: '' })
    })
    lines.set(user, next)
    void next.then(() => {
      if (lines.get(user) === next) lines.delete(user)
    })
  }

  const take = async (connection: Connection, id: string) => {
    const message = await readPatiently(parts, connection, id, stopping.signal)
    if (!message) {
      parts.count.dropped++
      parts.sink.report('wechaty_unreadable', { message: id })
      return
    }
    const { talkerId: user, listenerId = '', roomId } = message
    const account = connection.account() ?? listenerId
    if (!user || user === account) return
    if (roomId) {
      void sendAway(parts, connection, roomId)
      return
    }
    line(user, () => hear(parts, connection, message, account, user, stopping.signal))
  }

  return {
    put: (connection, id) => {
      if (parts.count.waiting >= MOST) {
        parts.count.dropped++
        parts.sink.report('wechaty_overflow', { message: id })
        return
      }
      parts.count.waiting++
      asking = asking
        .then(() => take(connection, id))
        .catch(() => {})
        .finally(() => parts.count.waiting--)
    },
    idle: async () => {
      await asking
      while (lines.size > 0) await Promise.all(lines.values())
    },
    stop: () => stopping.abort(),
  }
}

/** Over the connection of today: the one that told of it may be gone, and nobody brings it again. */
async function readPatiently(
  { current }: WechatyParts,
  first: Connection,
  id: string,
  stopping: AbortSignal,
): Promise<WechatMessage | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    const connection = current() ?? first
    const message = await within(ASK, connection.readMessage(id)).catch(() => null)
    if (message || stopping.aborted) return message
    await sleep(SECOND * 2 ** tries, undefined, { signal: stopping }).catch(() => {})
  }
  return null
}

async function hear(
  parts: WechatyParts,
  connection: Connection,
  message: WechatMessage,
  account: string,
  user: string,
  stopping: AbortSignal,
): Promise<void> {
  const incoming = readMessage(message)
  const kind = await within(ASK, connection.kindOf(user)).catch(() => 0)
  if ((!incoming && !isRefusal(message)) || kind === OFFICIAL) {
    parts.count.ignored++
    return
  }
  const { sink } = parts
  const now = sink.now()
  const at = instantOf(message, now)
  const conversation = sink.conversationOf('wechaty', account, user)
  if (isRefusal(message)) {
    await sink.departures?.leave(conversation, at)
    return
  }
  await sink.departures?.back(conversation, at).catch(() => {})
  const isOld = parts.catchUp.notice(user, at, now)
  if (!incoming) return
  const arrival = { channel: 'wechaty', account, user, externalId: message.id, at, incoming }
  const received = await keep(parts, arrival, stopping)
  if (!isOld || !received) return
  const keys = received.messages.map(({ id: key }) => key)
  parts.catchUp.answered(user, keys, parts.sink.now())
}

type Arrival = Parameters<WechatyParts['sink']['receive']>[0]

/** Until it is durable, or the house stops. */
async function keep(
  { sink, count }: WechatyParts,
  arrival: Arrival,
  stopping: AbortSignal,
): Promise<Received | null> {
  count.waiting++
  let pause = SECOND
  try {
    for (;;) {
      try {
        return await sink.receive(arrival)
      } catch {
        sink.report('wechaty_not_kept', { message: arrival.externalId })
        if (stopping.aborted) return null
        await sleep(pause, undefined, { signal: stopping }).catch(() => {})
        pause = Math.min(pause * 2, 30 * SECOND)
      }
    }
  } finally {
    count.waiting--
  }
}

/** Seconds or milliseconds, as gateways like; never in the future. */
function instantOf({ timestamp }: WechatMessage, now: number): number {
  const at = timestamp > 1e11 ? timestamp : timestamp * SECOND
  return at > 0 ? Math.min(at, now) : now
}

/** Said to a group once a day; not stored, since the others there asked for nothing. */
async function sendAway(parts: WechatyParts, connection: Connection, room: string): Promise<void> {
  const now = parts.sink.now()
  if (parts.told.get(room, now)) return
  parts.told.set(room, true, now)
  await within(ASK, connection.sendText(room, parts.alone)).catch(() => {})
}
