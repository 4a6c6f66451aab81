import type { Incoming, Preset } from '../../../core/events/incoming.ts'
import { type Instant, SECOND } from '../../../core/time.ts'
import type { XmlFields } from '../../wechat/read-xml.ts'

/** One callback of the platform. */
export type Heard = {
  /** OpenID of the resident. */
  readonly user: string
  readonly externalId: string
  readonly at: Instant
  /** Null: nothing that the house answers. */
  readonly incoming: Incoming | null
  /** What it does to the time in which the house may write. */
  readonly window: 'message' | 'touch' | 'closed' | null
}

/** What a callback says; null when it has no sender. `isPlace`: 9 or 12 digits that the house knows. */
export function decode(
  fields: XmlFields,
  now: Instant,
  isPlace: (code: string) => boolean,
): Heard | null {
  const user = fields.get('FromUserName') ?? ''
  if (user === '') return null
  const written = fields.get('CreateTime') ?? ''
  const at = timeOf(written, now)
  const type = fields.get('MsgType') ?? ''
  if (type === 'event') {
    const event = (fields.get('Event') ?? '').toLowerCase()
    // The platform names sender and second as what makes an event one (接收事件推送).
    return { user, externalId: `${event}/${written}`, at, ...eventOf(event, fields, isPlace) }
  }
  const externalId = fields.get('MsgId') || `${type}/${written}`
  return { user, externalId, at, incoming: messageOf(type, fields), window: 'message' }
}

function messageOf(type: string, fields: XmlFields): Incoming | null {
  const of = (name: string) => fields.get(name)?.trim() ?? ''
  switch (type) {
    case 'text':
      return wordsOr(fields.get('Content') ?? '')
    case 'voice':
      // 语音识别, where the account has it turned on.
      return textOr('audio', of('Recognition'))
    case 'image': {
      const media = of('MediaId')
      return { kind: 'media', media: 'image', count: 1, ...(media ? { fetch: [media] } : {}) }
    }
    case 'video':
    case 'shortvideo':
      return { kind: 'media', media: 'video', count: 1 }
    case 'location':
      return textOr('file', of('Label'))
    case 'link':
      return textOr('file', [of('Title'), of('Url')].filter(Boolean).join(' '))
    case '':
      return null
    default:
      return { kind: 'media', media: 'file', count: 1 }
  }
}

/** The platform puts these words in the place of what it does not pass on, which is mostly stickers. */
const NOT_PASSED_ON = /^[[【]收到不支持的消息类型[，,]\s*暂无法显示[\]】]$/

function wordsOr(text: string): Incoming {
  if (!NOT_PASSED_ON.test(text.trim())) return { kind: 'text', text }
  return { kind: 'media', media: 'sticker', count: 1 }
}

function textOr(media: 'audio' | 'file', text: string): Incoming {
  return text === '' ? { kind: 'media', media, count: 1 } : { kind: 'text', text }
}

function eventOf(
  event: string,
  fields: XmlFields,
  isPlace: (code: string) => boolean,
): Pick<Heard, 'incoming' | 'window'> {
  switch (event) {
    case 'subscribe':
    case 'scan':
    case 'click': {
      const preset = presetOf(fields.get('EventKey') ?? '', isPlace)
      return { incoming: { kind: 'opened', ...(preset ? { preset } : {}) }, window: 'touch' }
    }
    case 'unsubscribe':
      return { incoming: null, window: 'closed' }
    default:
      return { incoming: null, window: null }
  }
}

/** The scene of a QR code, `qrscene_310105001` on a follow, or the key of a menu item. */
function presetOf(key: string, isPlace: (code: string) => boolean): Preset | undefined {
  const code = /^(?:qrscene_)?(\d{12}|\d{9})$/.exec(key.trim())?.[1]
  if (code === undefined || !isPlace(code)) return undefined
  const street = code.slice(0, 9)
  return code.length === 9 ? { street } : { street, committee: code }
}

/** Seconds since 1970; a clock that is ahead of ours does not write in the future. */
function timeOf(written: string, now: Instant): Instant {
  return /^\d{1,11}$/.test(written) ? Math.min(Number(written) * SECOND, now) : now
}
