import type { Instant } from '../../../core/time.ts'
import type { Webhook, WebhookAnswer } from '../../../work/ports/channel.ts'
import type { Taken } from '../../../work/ports/chat.ts'
import { isSigned } from './check-signature.ts'
import type { LineParts } from './parts.ts'
import { type LineEvent, readEvents } from './read-events.ts'
import { showDots } from './show-dots.ts'

/** LINE counts a webhook as failed after 2 s, by older words 1 s: said in time, what is not yet kept. */
const DEADLINE = 800

/**
 * One call of LINE. 200 is said for what is durable and for nothing else: what took too long goes on,
 * LINE delivers it again, and the second copy is known by its id.
 */
export async function receiveEvents(
  parts: LineParts,
  { headers, body }: Webhook,
): Promise<WebhookAnswer> {
  if (!isSigned(body, parts.secrets, headers['x-line-signature'])) return { status: 401 }
  const webhook = readEvents(body)
  if (webhook === null) return { status: 400 }
  const all = byUser(webhook.events).map((events) => takeInOrder(parts, webhook.account, events))
  const kept = Promise.all(all).then((each) => each.every(Boolean))
  const late = parts.sink.wait(DEADLINE).then(() => false)
  return { status: (await Promise.race([kept, late])) ? 200 : 500 }
}

/** Side by side for many, one after the other for each. */
function byUser(events: readonly LineEvent[]): readonly (readonly LineEvent[])[] {
  const groups = new Map<string, LineEvent[]>()
  for (const event of events) {
    const user = 'user' in event.what ? event.what.user : ''
    const group = groups.get(user)
    if (group) group.push(event)
    else groups.set(user, [event])
  }
  return [...groups.values()]
}

/** True when all are durable. After one that is not, the later ones wait for its second delivery. */
async function takeInOrder(
  parts: LineParts,
  account: string,
  events: readonly LineEvent[],
): Promise<boolean> {
  for (const event of events) {
    try {
      await take(parts, account, event)
    } catch {
      parts.sink.report('line_not_kept', { event: event.id })
      return false
    }
  }
  return true
}

async function take(parts: LineParts, account: string, event: LineEvent): Promise<void> {
  const { what } = event
  switch (what.kind) {
    case 'said':
      return hear(parts, account, event, what)
    case 'left':
      return leave(parts, account, what.user, event.at)
    case 'in_group':
      return sendAway(parts, event, what.group)
    case 'ignored':
      parts.ignored.set(what.type, (parts.ignored.get(what.type) ?? 0) + 1)
      return
    default:
      return what satisfies never
  }
}

/** Kept before LINE is told so: it tells of a block once. Older than what is known, it is no news. */
async function leave({ stances, sink }: LineParts, account: string, user: string, at: Instant) {
  const now = sink.now()
  stances.learn(user, 'blocked', at, now)
  if (stances.of(user, now) !== 'blocked') return
  await sink.departures?.leave(sink.conversationOf('line', account, user), at)
}

/** Whoever writes is there, whatever was heard of them before. */
async function comeBack({ stances, sink }: LineParts, account: string, user: string, at: Instant) {
  const now = sink.now()
  const isSure = stances.knows(user, now) && stances.of(user, now) !== 'blocked'
  if (!isSure) await sink.departures?.back(sink.conversationOf('line', account, user), at)
}

type Said = Extract<LineEvent['what'], { readonly kind: 'said' }>

async function hear(
  parts: LineParts,
  account: string,
  { at, replyToken, isStandby }: LineEvent,
  { user, externalId, incoming }: Said,
): Promise<void> {
  const { sink } = parts
  const now = sink.now()
  const back = comeBack(parts, account, user, at)
  parts.stances.learn(user, isStandby ? 'standby' : 'open', at, now)
  if (replyToken !== null && !isStandby) parts.tokens.put(user, replyToken, now)
  const origin = { channel: 'line', account, user, externalId }
  const taking = sink.take({
    ...origin,
    at: Math.min(at, now),
    incoming,
    ...(isStandby ? { quiet: true } : {}),
  })
  if (!isStandby) void showDots(parts, user, answered(taking))
  await Promise.all([taking, back])
}

const answered = async (taking: Promise<Taken>) => (await taking).answer

/** Said to a group once a day; not stored, since the others there asked for nothing. */
async function sendAway(parts: LineParts, event: LineEvent, group: string): Promise<void> {
  const now = parts.sink.now()
  if (event.replyToken === null || event.isStandby || parts.told.get(group, now)) return
  parts.told.set(group, true, now)
  const messages = [{ type: 'text', text: parts.texts.alone }]
  void parts.call({
    path: '/v2/bot/message/reply',
    body: { replyToken: event.replyToken, messages },
    until: AbortSignal.timeout(parts.patience),
  })
}
