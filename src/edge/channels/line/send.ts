import { capabilitiesOf } from '../../../core/contract/channel/channel-table.ts'
import { render } from '../../../core/contract/channel/render.ts'
import type { Instant } from '../../../core/time.ts'
import type { Sending, Sent } from '../../../work/ports/sender.ts'
import { messagesOf } from './messages-of.ts'
import type { LineParts } from './parts.ts'
import { retryKeyOf } from './retry-key.ts'
import { sendMessages } from './send-message.ts'

const LINE = capabilitiesOf('line')

/** One message of the house to one person. Never throws; ends within 5 s. */
export async function send(parts: LineParts, sending: Sending): Promise<Sent> {
  const { to, message, key } = sending
  const now = parts.sink.now()
  const stance = await stanceOf(parts, to, now)
  if (stance === 'blocked') return { status: 'undeliverable', why: 'blocked' }
  if (stance === 'standby' && !mayInterrupt(message)) {
    parts.sink.report('line_standby', { message: key })
    return { status: 'undeliverable' }
  }
  const rest = parts.breaker.wait(now)
  if (rest > 0) return { status: 'retry', after: rest, why: 'down' }
  const until = AbortSignal.timeout(parts.patience)
  const isQuestion = message.urgency === 'question'
  let sent: Sent = { status: 'sent' }
  for (const [k, messages] of callsOf(parts, sending).entries()) {
    sent = await sendMessages(parts, { to, key: retryKeyOf(key, k), messages, isQuestion, until })
    if (sent.status !== 'sent') return sent
  }
  parts.answered.set(to.user, parts.sink.now(), parts.sink.now())
  return sent
}

/** Of whom this process has not heard, the house may remember that they left. */
async function stanceOf({ stances, sink }: LineParts, to: Sending['to'], now: Instant) {
  if (stances.knows(to.user, now)) return stances.of(to.user, now)
  const id = sink.conversationOf('line', to.account, to.user)
  // Without an answer it is tried: LINE drops what it must not deliver.
  const isGone = await sink.departures?.isGone(id).catch(() => false)
  return isGone ? 'blocked' : 'open'
}

/** While others have the floor we speak up for safety, and our advisers may. */
const mayInterrupt = ({ from, urgency }: Sending['message']) =>
  from === 'adviser' || urgency === 'urgent'

/** Its pieces as calls of at most five message objects. */
function callsOf(parts: LineParts, { to, message, conversation: talk }: Sending) {
  const conversation = talk ?? parts.sink.conversationOf('line', to.account, to.user)
  const kind = message.media?.kind ?? 'file'
  const attached = (file: string) => {
    const link = parts.links?.linkOf(conversation, file, parts.sink.now()) ?? null
    return { kind, link }
  }
  const messages = render(message, LINE).flatMap((rendered) =>
    messagesOf(rendered, rendered.files.map(attached), parts.texts),
  )
  const most = LINE.messagesPerCall
  const calls = Math.ceil(messages.length / most)
  return Array.from({ length: calls }, (_, k) => messages.slice(k * most, (k + 1) * most))
}
