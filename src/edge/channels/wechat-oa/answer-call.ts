import { type Instant, SECOND } from '../../../core/time.ts'
import type { ChannelSink, Webhook, WebhookAnswer } from '../../../work/ports/channel.ts'
import type { ReplyWindows } from '../../../work/ports/reply-windows.ts'
import { type Opened, openSealed, sealAnswer } from '../../wechat/callback.ts'
import type { EnvelopeKey } from '../../wechat/envelope.ts'
import { readXml, type XmlFields } from '../../wechat/read-xml.ts'
import { isSigned } from '../../wechat/signature.ts'
import { cdata } from '../../wechat/write-xml.ts'
import { decode, type Heard } from './decode.ts'
import { OA_LIMITS } from './limits.ts'
import type { ReplySlot, ReplySlots } from './reply-slots.ts'

export type CallParts = {
  readonly sink: ChannelSink
  readonly windows: ReplyWindows
  readonly slots: ReplySlots
  readonly account: string
  readonly token: string
  /** Null: the account posts in the clear (明文模式). */
  readonly key: EnvelopeKey | null
  readonly isPlace: (code: string) => boolean
  /** Most bytes of a text. */
  readonly most: number
  /** In ms; shorter in tests. */
  readonly patience: number
}

/** The address is registered: what was sent is sent back. */
export function answerCheck({ token }: CallParts, { query }: Webhook): WebhookAnswer {
  const { signature, timestamp = '', nonce = '', echostr = '' } = query
  if (!isSigned(signature, [token, timestamp, nonce])) return { status: 403 }
  return { status: 200, body: { type: 'text/plain', text: echostr } }
}

/**
 * A message or an event. "success" is said only of what is durable; a call that comes again is answered
 * again with the same text, because the platform repeats only what it got no answer to. Never throws.
 */
export function openCalls(parts: CallParts): (webhook: Webhook) => Promise<WebhookAnswer> {
  const answered = new Map<string, { readonly text: string; readonly at: Instant }>()
  const { sink } = parts

  const textFor = async (heard: Heard, slot: ReplySlot): Promise<string | null> => {
    const id = `${heard.user}/${heard.externalId}`
    const taken = await take(parts, heard)
    // The call is over when its slot is: what the dialog has not said by then goes out by another way.
    const received = taken && (await Promise.race([taken.answer, slot.text.then(() => null)]))
    if (received === null) return null
    if (received.status === 'duplicate') return lately(answered, id, sink.now())
    if (received.messages.length === 0) return null
    slot.expect(received.messages.map((message) => message.id))
    const text = await slot.text
    if (text !== null) remember(answered, id, { text, at: sink.now() })
    return text
  }

  return async (webhook) => {
    const fields = openCall(parts, webhook)
    if (typeof fields === 'string') {
      sink.report(`wechat_oa_${fields}`, { bytes: webhook.body.length })
      return { status: fields === 'unsigned' ? 403 : 400 }
    }
    const heard = decode(fields, sink.now(), parts.isPlace)
    if (heard === null) return SUCCESS
    const slot = parts.slots.open(heard.user, parts.most)
    const closing = setTimeout(slot.close, parts.patience)
    try {
      const text = await textFor(heard, slot)
      return text === null ? SUCCESS : passive(parts, fields, text)
    } catch {
      // Not durable: the platform asks again.
      sink.report('wechat_oa_not_taken', { window: heard.window ?? 'none' })
      return { status: 500 }
    } finally {
      clearTimeout(closing)
      slot.close()
    }
  }
}

const SUCCESS: WebhookAnswer = { status: 200, body: { type: 'text/plain', text: 'success' } }

/** In safe mode the envelope is all that counts: what stands beside it in the clear is not signed. */
function openCall({ token, key, sink }: CallParts, webhook: Webhook): Opened {
  if (key !== null) return openSealed(token, key, webhook)
  const { signature, timestamp = '', nonce = '' } = webhook.query
  if (!isSigned(signature, [token, timestamp, nonce])) return 'unsigned'
  // Here the signature covers no word of the body: an old one must not carry a new message.
  const age = sink.now() - Number(timestamp) * SECOND
  if (!(Math.abs(age) <= FRESH)) return 'unsigned'
  return readXml(webhook.body) ?? 'unreadable'
}

const FRESH = 600 * SECOND

/** Opens the window first: the answer may go out the moment the message is durable. */
async function take({ sink, windows, account }: CallParts, heard: Heard) {
  const { departures } = sink
  const { user, externalId, at, incoming, window } = heard
  const conversation = sink.conversationOf(CHANNEL, account, user)
  if (window === 'closed') {
    await windows.close(conversation)
    await departures?.leave(conversation, at)
  } else if (window !== null) {
    const { ms, messages } = OA_LIMITS[window === 'message' ? 'afterMessage' : 'afterTouch']
    await windows.open(conversation, {
      kind: window,
      id: externalId,
      at,
      until: at + ms,
      messages,
    })
  }
  if (window === 'touch') await departures?.back(conversation, at)
  if (incoming === null) return null
  return sink.take({ channel: CHANNEL, account, user, externalId, at, incoming })
}

const CHANNEL = 'wechat-oa'

type Answered = Map<string, { readonly text: string; readonly at: Instant }>

function lately(answered: Answered, id: string, now: Instant): string | null {
  const last = answered.get(id)
  return last && now - last.at < OA_LIMITS.repeated ? last.text : null
}

function remember(answered: Answered, id: string, last: { text: string; at: Instant }): void {
  answered.set(id, last)
  for (const [old, { at }] of answered) {
    if (last.at - at < OA_LIMITS.repeated) break
    answered.delete(old)
  }
}

/** The one text that the open call may carry. */
function passive({ token, key, sink }: CallParts, fields: XmlFields, text: string): WebhookAnswer {
  const at = Math.floor(sink.now() / SECOND)
  const xml = [
    '<xml>',
    cdata('ToUserName', fields.get('FromUserName') ?? ''),
    cdata('FromUserName', fields.get('ToUserName') ?? ''),
    `<CreateTime>${at}</CreateTime>`,
    cdata('MsgType', 'text'),
    cdata('Content', text),
    '</xml>',
  ].join('')
  const body = key === null ? xml : sealAnswer(token, key, xml, at)
  return { status: 200, body: { type: 'application/xml', text: body } }
}
