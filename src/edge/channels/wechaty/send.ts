import { capabilitiesOf } from '../../../core/contract/channel/channel-table.ts'
import { render } from '../../../core/contract/channel/render.ts'
import { SECOND } from '../../../core/time.ts'
import type { Sending, Sent } from '../../../work/ports/sender.ts'
import { type Connection, within } from './connection.ts'
import type { WechatyParts } from './parts.ts'
import { whyOf } from './why-of.ts'

/** For all pieces of one message together. */
const PATIENCE = 4 * SECOND
/** While the gateway is away. */
const REST = 5 * SECOND

const WECHATY = capabilitiesOf('wechaty')

/**
 * One message of the house to one person: its pieces one by one, and at a second try only those that
 * have not gone out. Never throws; ends within 5 s. The protocol knows no keys: a piece whose call had no
 * answer may have arrived.
 */
export async function send(parts: WechatyParts, sending: Sending): Promise<Sent> {
  const { to, message, key } = sending
  const now = parts.sink.now()
  if (message.urgency === 'question') {
    if (parts.catchUp.isOvertaken(key, now)) return { status: 'undeliverable', why: 'overtaken' }
    const wait = parts.catchUp.wait(to.user, now)
    if (wait > 0) return { status: 'retry', after: wait }
  }
  if (await hasLeft(parts, to)) return { status: 'undeliverable', why: 'blocked' }
  const connection = parts.current()
  if (!connection) return { status: 'retry', after: REST, why: 'down' }
  const end = Date.now() + PATIENCE
  const pieces = piecesOf(parts, connection, sending)
  for (const [k, piece] of pieces.entries()) {
    if (k < (parts.done.get(key, now) ?? 0)) continue
    if (Date.now() >= end) return { status: 'retry', after: 0 }
    try {
      await within(end - Date.now(), piece())
    } catch (error) {
      return failed(connection, error)
    }
    parts.done.set(key, k + 1, now)
  }
  return { status: 'sent' }
}

/** Without an answer it is tried: WeChat says again that it is refused. */
async function hasLeft({ sink }: WechatyParts, { account, user }: Sending['to']): Promise<boolean> {
  const conversation = sink.conversationOf('wechaty', account, user)
  return (await sink.departures?.isGone(conversation).catch(() => false)) ?? false
}

/** Files first, words last, as people read them. */
function piecesOf(
  { sink }: WechatyParts,
  connection: Connection,
  { to, message, conversation: talk }: Sending,
) {
  const conversation = talk ?? sink.conversationOf('wechaty', to.account, to.user)
  return render(message, WECHATY).flatMap(({ text, files }) => [
    ...files.map((file) => async () => {
      const opened = await sink.open(conversation, file)
      // Erased meanwhile: nothing is left to send.
      if (opened) await connection.sendFile(to.user, opened)
    }),
    ...(text.trim() === '' ? [] : [() => connection.sendText(to.user, text)]),
  ])
}

function failed(connection: Connection, error: unknown): Sent {
  const why = whyOf(error)
  switch (why) {
    case 'never_left':
      connection.lose('away')
      return { status: 'retry', after: REST, why: 'down' }
    case 'credentials':
      connection.lose('credentials')
      return { status: 'retry', after: REST, why: 'credentials' }
    case 'away':
      connection.lose('away')
      return { status: 'unknown', why: 'down' }
    case 'timeout':
      return { status: 'unknown', why: 'timeout' }
    case 'other':
      // The gateway itself failed at it: it may have tried.
      return { status: 'unknown', why: 'invalid' }
    default:
      return why satisfies never
  }
}
