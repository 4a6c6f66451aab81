import type { Incoming, Preset } from '../../../core/events/incoming.ts'
import { type Instant, SECOND } from '../../../core/time.ts'

/** One entry of a page of messages. */
export type Heard = {
  /** external_userid of the resident. */
  readonly user: string
  readonly externalId: string
  readonly at: Instant
  readonly incoming: Incoming
  /** Whether it opens the 48 hours. */
  readonly opens: boolean
  /** Lets one message out within 20 s, whatever the window says. */
  readonly code: string | null
}

/** What the house does not hear, by a code for the figures. */
export type Ignored = { readonly ignored: string }

const CUSTOMER = 3
const SYSTEM = 4

/** What an entry of sync_msg (读取消息) says. `isPlace`: 9 or 12 digits that the house knows. Never throws. */
export function decode(
  entry: unknown,
  now: Instant,
  isPlace: (code: string) => boolean,
): Heard | Ignored {
  const externalId = text(entry, 'msgid')
  if (externalId === '') return { ignored: 'nameless' }
  const at = timeOf(field(entry, 'send_time'), now)
  const origin = field(entry, 'origin')
  const type = text(entry, 'msgtype')
  if (origin === SYSTEM && type === 'event') {
    return eventOf(field(entry, 'event'), externalId, at, isPlace)
  }
  if (origin !== CUSTOMER) return { ignored: 'not_resident' }
  const user = text(entry, 'external_userid')
  if (user === '') return { ignored: 'nameless' }
  const incoming = messageOf(type, field(entry, type))
  return { user, externalId, at, incoming, opens: true, code: null }
}

function messageOf(type: string, content: unknown): Incoming {
  const media = text(content, 'media_id')
  const fetch = media === '' ? {} : { fetch: [media] }
  switch (type) {
    case 'text': {
      const option = text(content, 'menu_id')
      return option === ''
        ? { kind: 'text', text: text(content, 'content') }
        : { kind: 'tap', option }
    }
    case 'image':
      return { kind: 'media', media: 'image', count: 1, ...fetch }
    case 'file':
      return { kind: 'media', media: 'file', count: 1, ...fetch }
    case 'voice':
      // AMR, which no browser plays: only that something was said.
      return { kind: 'media', media: 'audio', count: 1 }
    case 'video':
      return { kind: 'media', media: 'video', count: 1 }
    case 'location':
      return textOr([text(content, 'address'), text(content, 'name')])
    case 'link':
      return textOr([text(content, 'title'), text(content, 'url')])
    default:
      return { kind: 'media', media: 'file', count: 1 }
  }
}

function textOr(words: readonly string[]): Incoming {
  const joined = words.map((each) => each.trim()).filter(Boolean)
  if (joined.length === 0) return { kind: 'media', media: 'file', count: 1 }
  return { kind: 'text', text: joined.join(' ') }
}

function eventOf(
  event: unknown,
  externalId: string,
  at: Instant,
  isPlace: (code: string) => boolean,
): Heard | Ignored {
  const type = text(event, 'event_type')
  const user = text(event, 'external_userid')
  if (user === '') return { ignored: type || 'nameless' }
  const base = { user, externalId, at, opens: false }
  if (type === 'user_recall_msg') {
    const recalled = text(event, 'recall_msgid')
    return { ...base, incoming: { kind: 'unsent', externalId: recalled }, code: null }
  }
  if (type !== 'enter_session') return { ignored: type }
  const preset = presetOf(text(event, 'scene_param') || text(event, 'scene'), isPlace)
  const code = text(event, 'welcome_code') || null
  // Who comes back within 48 hours brings no code: a greeting would cost one of five messages.
  if (code === null && !preset) return { ignored: 'came_back' }
  return { ...base, incoming: { kind: 'opened', ...(preset ? { preset } : {}) }, code }
}

/** The scene of a link or QR code: bare digits, or `street=310105001` as our own links have it. */
function presetOf(scene: string, isPlace: (code: string) => boolean): Preset | undefined {
  const code = /^(?:(?:street|committee|place)=)?(\d{12}|\d{9})$/.exec(decoded(scene).trim())?.[1]
  if (code === undefined || !isPlace(code)) return undefined
  const street = code.slice(0, 9)
  return code.length === 9 ? { street } : { street, committee: code }
}

/** scene_param arrives URL-encoded. */
function decoded(scene: string): string {
  try {
    return decodeURIComponent(scene)
  } catch {
    return scene
  }
}

function field(of: unknown, name: string): unknown {
  const has = typeof of === 'object' && of !== null && Object.hasOwn(of, name)
  return has ? (of as Readonly<Record<string, unknown>>)[name] : undefined
}

function text(of: unknown, name: string): string {
  const value = field(of, name)
  return typeof value === 'string' ? value : ''
}

/** Seconds since 1970; a clock that is ahead of ours does not write in the future. */
function timeOf(seconds: unknown, now: Instant): Instant {
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds < 0) return now
  return Math.min(seconds * SECOND, now)
}
