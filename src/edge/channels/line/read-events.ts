import { z } from 'zod'
import type { Incoming } from '../../../core/events/incoming.ts'
import type { Instant } from '../../../core/time.ts'
import { readMessage } from './read-message.ts'

/** One event of a webhook in the words of the house. */
export type LineEvent = {
  /** Bounded, and nothing but letters, digits and `-`: fit for a log. */
  readonly id: string
  readonly at: Instant
  readonly replyToken: string | null
  /** Another service or a person in LINE's own chat has the floor: taken, not answered. */
  readonly isStandby: boolean
  readonly what:
    | {
        readonly kind: 'said'
        readonly user: string
        /**
         * Of a message its own id, so that an unsend finds it; of the rest the event's. Both are the
         * same when LINE delivers the event again.
         */
        readonly externalId: string
        readonly incoming: Incoming
      }
    | { readonly kind: 'left'; readonly user: string }
    /** Several people read along: no place for a request. */
    | { readonly kind: 'in_group'; readonly group: string }
    | { readonly kind: 'ignored'; readonly type: string }
}

export type LineWebhook = {
  /** LINE's id of our own account. */
  readonly account: string
  /** In the order in which they happened: several in one body may come in any. */
  readonly events: readonly LineEvent[]
}

const Id = z.string().regex(/^[\w-]{1,64}$/)

/** LINE names no number; a megabyte of its smallest real events has fewer. */
const MOST = 5_000

const Body = z.object({ destination: Id, events: z.array(z.unknown()).max(MOST) })

const Head = z.object({
  type: z.string(),
  webhookEventId: Id,
  timestamp: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  mode: z.string().optional(),
  replyToken: z.string().min(1).max(256).optional(),
  source: z.object({ type: z.string(), userId: Id, groupId: Id, roomId: Id }).partial().optional(),
})

/** 300 is LINE's longest postback data. */
const Postback = z.object({ postback: z.object({ data: z.string().min(1).max(300) }) })

const Unsend = z.object({ unsend: z.object({ messageId: Id }) })

const Message = z.object({ message: z.looseObject({ type: z.string(), id: Id }) })

/** The body of a webhook; null when it is none. Never throws, whatever is in it. */
export function readEvents(body: Uint8Array): LineWebhook | null {
  const parsed = Body.safeParse(jsonOf(body))
  if (!parsed.success) return null
  const { destination, events } = parsed.data
  const read = events.map(readEvent).sort((a, b) => a.at - b.at)
  return { account: destination, events: read }
}

function readEvent(raw: unknown): LineEvent {
  const head = Head.safeParse(raw)
  if (!head.success) return UNREADABLE
  const { webhookEventId: id, timestamp: at, replyToken = null, mode } = head.data
  const source = head.data.source ?? {}
  return { id, at, replyToken, isStandby: mode === 'standby', what: whatOf(head.data, source, raw) }
}

const UNREADABLE: LineEvent = {
  id: '-',
  at: 0,
  replyToken: null,
  isStandby: false,
  what: { kind: 'ignored', type: 'unreadable' },
}

type Head = z.infer<typeof Head>
type What = LineEvent['what']

function whatOf(
  { type, webhookEventId }: Head,
  source: NonNullable<Head['source']>,
  raw: unknown,
): What {
  const group = source.groupId ?? source.roomId
  if (group !== undefined && (type === 'message' || type === 'join'))
    return { kind: 'in_group', group }
  const user = source.userId
  if (user === undefined || source.type !== 'user') return ignored(type)
  if (type === 'unfollow') return { kind: 'left', user }
  if (type === 'message') return messageOf(user, raw)
  const incoming = incomingOf(type, raw)
  return incoming ? { kind: 'said', user, externalId: webhookEventId, incoming } : ignored(type)
}

/** What is not a message and yet meant for the talk. */
function incomingOf(type: string, raw: unknown): Incoming | null {
  if (type === 'follow') return { kind: 'opened' }
  if (type === 'postback') {
    const option = Postback.safeParse(raw).data?.postback.data
    return option === undefined ? null : { kind: 'tap', option }
  }
  if (type === 'unsend') {
    const externalId = Unsend.safeParse(raw).data?.unsend.messageId
    return externalId === undefined ? null : { kind: 'unsent', externalId }
  }
  return null
}

function messageOf(user: string, raw: unknown): What {
  const { data } = Message.safeParse(raw)
  if (!data) return ignored('message')
  const { message } = data
  const incoming = readMessage(message)
  return incoming
    ? { kind: 'said', user, externalId: message.id, incoming }
    : ignored(`message_${message.type}`)
}

/** Types are counted by their names: LINE's are plain words, others are cut down to such. */
function ignored(type: string): What {
  return { kind: 'ignored', type: type.replace(/\W/g, '').slice(0, 40) || 'unknown' }
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return undefined
  }
}
