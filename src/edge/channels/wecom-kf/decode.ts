import type { DeskAct, Incoming, Preset } from '../../../core/events/incoming.ts'
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
  /** A person did it in WeCom itself: nothing of it goes out again. */
  readonly mute?: true
}

/** A message that the platform had taken did not arrive. */
export type Failed = {
  readonly failed: { readonly user: string; readonly msgid: string; readonly type: number }
  readonly at: Instant
}

/** What the house does not hear, by a code for the figures. */
export type Ignored = { readonly ignored: string }

const CUSTOMER = 3
const SYSTEM = 4
/** 接待人员在企业微信客户端发送的消息. */
const SERVICER = 5

/** What an entry of sync_msg (读取消息) says. `isPlace`: 9 or 12 digits that the house knows. Never throws. */
export function decode(
  entry: unknown,
  now: Instant,
  isPlace: (code: string) => boolean,
): Heard | Failed | Ignored {
  const externalId = text(entry, 'msgid')
  if (externalId === '') return { ignored: 'nameless' }
  const at = timeOf(field(entry, 'send_time'), now)
  const origin = field(entry, 'origin')
  const type = text(entry, 'msgtype')
  if (origin === SYSTEM && type === 'event') {
    return eventOf(field(entry, 'event'), externalId, at, isPlace)
  }
  const user = text(entry, 'external_userid')
  if (user === '') return { ignored: 'nameless' }
  if (origin === SERVICER) {
    const said = saidThere(type, field(entry, type))
    const by = text(entry, 'servicer_userid')
    if (said === null || by === '') return { ignored: 'of_adviser' }
    return { ...byAdviser(by, said), user, externalId, at }
  }
  if (origin !== CUSTOMER) return { ignored: 'not_resident' }
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

type Said = Pick<Extract<DeskAct, { act: 'said' }>, 'act' | 'text' | 'there'>

/** Words, pictures and papers of an adviser; null for what the house cannot show. */
function saidThere(type: string, content: unknown): Said | null {
  const said = type === 'text' ? text(content, 'content') : ''
  if (said.trim() !== '') return { act: 'said', text: said }
  const media = text(content, 'media_id')
  if (media === '' || (type !== 'image' && type !== 'file')) return null
  return { act: 'said', text: '', there: { kind: type, fetch: [media] } }
}

type Act =
  | Said
  | { readonly act: 'took_over' }
  | { readonly act: 'gave_back'; readonly at: 'open_question' }

/** What somebody did in WeCom; the platform tells an id, no name. */
function byAdviser(id: string, act: Act) {
  const desk: DeskAct = { ...act, by: { id, name: id } }
  return { incoming: { kind: 'desk', desk }, opens: false, code: null, mute: true } as const
}

/** 会话状态变更事件: 1 taken from the pool, 2 handed on, 3 ended, 4 taken up again. */
function sessionOf(event: unknown): ReturnType<typeof byAdviser> | null {
  const change = field(event, 'change_type')
  const [left, taken] = [text(event, 'old_servicer_userid'), text(event, 'new_servicer_userid')]
  if (change === 3)
    return left === '' ? null : byAdviser(left, { act: 'gave_back', at: 'open_question' })
  return taken === '' ? null : byAdviser(taken, { act: 'took_over' })
}

function eventOf(
  event: unknown,
  externalId: string,
  at: Instant,
  isPlace: (code: string) => boolean,
): Heard | Failed | Ignored {
  const type = text(event, 'event_type')
  const user = text(event, 'external_userid')
  if (user === '') return { ignored: type || 'nameless' }
  const base = { user, externalId, at, opens: false }
  if (type === 'user_recall_msg') {
    const recalled = text(event, 'recall_msgid')
    return { ...base, incoming: { kind: 'unsent', externalId: recalled }, code: null }
  }
  if (type === 'msg_send_fail') {
    const kind = field(event, 'fail_type')
    const msgid = text(event, 'fail_msgid')
    return { failed: { user, msgid, type: typeof kind === 'number' ? kind : 0 }, at }
  }
  if (type === 'session_status_change') {
    const act = sessionOf(event)
    return act ? { ...act, user, externalId, at } : { ignored: type }
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
