import type { Capabilities } from '../../../core/contract/channel/capabilities.ts'
import { CHANNEL_TABLE } from '../../../core/contract/channel/channel-table.ts'
import { render } from '../../../core/contract/channel/render.ts'
import type { Instant } from '../../../core/time.ts'
import type { ChannelSink } from '../../../work/ports/channel.ts'
import type { ReplyWindows } from '../../../work/ports/reply-windows.ts'
import type { Sending, Sent } from '../../../work/ports/sender.ts'
import { type Api, type ApiAnswer, PATIENCE } from '../../wechat/call-api.ts'
import { openPartSender, type Part, partsOf } from '../../wechat/send-parts.ts'
import { uploadMedia } from '../../wechat/upload-media.ts'
import type { HealthWatch } from '../../wechat/watch-health.ts'
import { KF_LIMITS } from './limits.ts'
import { outcomeOf, WRONG_STATE } from './outcome-of.ts'
import { fileOf, isContent, type KfContent, messageOf, msgidOf, wordsOf } from './send-part.ts'
import { moveSession, readSession, SESSION } from './service-state.ts'

export type KfSendParts = {
  readonly api: Api
  readonly sink: ChannelSink
  readonly windows: ReplyWindows
  readonly watch: HealthWatch
}

export type KfSender = {
  /** May throw when the database is away. */
  readonly send: (sending: Sending) => Promise<Sent>
  /** A code of the platform lets one message out within 20 s, whatever the window says. */
  readonly keepCode: (conversation: string, code: string) => void
}

const CAN: Capabilities = CHANNEL_TABLE['wecom-kf']
/** Where a line's id is too long for a menu: numbers. */
const PLAIN: Capabilities = { ...CAN, options: { style: 'none', most: 0, label: 0 } }
/** Codes and doubts in mind. */
const MOST = 2_000

export function openKfSender(kf: KfSendParts): KfSender {
  const { api, sink, windows, watch } = kf
  const sender = openPartSender(windows, sink.now, KF_LIMITS.kept)
  const codes = new Map<string, { readonly code: string; readonly until: Instant }>()
  const doubted = new Set<string>()

  /** By a code that is still fresh; null: there is none, or it has been used. */
  const sendByCode = async (
    conversation: string,
    key: string,
    part: Part | undefined,
    signal: AbortSignal,
  ): Promise<Sent | null> => {
    const kept = codes.get(conversation)
    if (!kept || part?.kind !== 'words' || sender.isBegun(key)) return null
    codes.delete(conversation)
    if (sink.now() > kept.until) return null
    const body = { code: kept.code, msgid: msgidOf(key, 0), ...wordsOf(part) }
    const answer = await api.post('/cgi-bin/kf/send_msg_on_event', body, signal)
    const sent = watch.saw(outcomeOf(answer, false))
    if (sent.status === 'retry') codes.set(conversation, kept)
    return sent.status === 'undeliverable' ? null : sent
  }

  return {
    keepCode: (conversation, code) => {
      codes.set(conversation, { code, until: sink.now() + KF_LIMITS.code })
      forgetOldest(codes)
    },
    send: async (sending) => {
      const { to, message, key } = sending
      const signal = AbortSignal.timeout(PATIENCE)
      const parts = partsOf(render(message, hasLongIds(sending) ? PLAIN : CAN))
      const conversation = sink.conversationOf(to.channel, to.account, to.user)
      const talk = sending.conversation ?? conversation
      const first = await sendByCode(conversation, key, parts[0], signal)
      if (first?.status === 'sent') sender.passOver(key)
      else if (first !== null) return first
      const send = async (part: Part, nth: number) => {
        const msgid = msgidOf(key, nth)
        const answer = await sendPart(kf, sending, { conversation: talk, part, msgid }, signal)
        if (answer === null) return { status: 'undeliverable', why: 'invalid' } as const
        const sent = outcomeOf(answer, doubted.has(msgid))
        if (answer.status === 'unknown') doubted.add(msgid)
        else doubted.delete(msgid)
        forgetOldest(doubted)
        return watch.saw(sent)
      }
      return sender.send({ conversation, key, message, parts, send })
    },
  }
}

type OnePart = { readonly conversation: string; readonly part: Part; readonly msgid: string }

/** Null: a file that cannot go out. */
async function sendPart(
  kf: KfSendParts,
  { to }: Sending,
  { conversation, part, msgid }: OnePart,
  signal: AbortSignal,
): Promise<ApiAnswer | null> {
  const content = await contentOf(kf, conversation, part, signal)
  if (content === null || !isContent(content)) return content
  const body = messageOf(to.account, to.user, msgid, content)
  const send = () => kf.api.post('/cgi-bin/kf/send_msg', body, signal)
  const answer = await send()
  if (answer.status !== 'answered' || answer.code !== WRONG_STATE) return answer
  const state = await readSession(kf.api, to, signal)
  kf.sink.report('wecom_kf_wrong_state', { state: state ?? -1 })
  if (state !== SESSION.fresh) return answer
  const { moved } = await moveSession(kf.api, to, SESSION.bot, signal)
  return moved ? send() : answer
}

async function contentOf(
  { api, sink }: KfSendParts,
  conversation: string,
  part: Part,
  signal: AbortSignal,
): Promise<KfContent | ApiAnswer | null> {
  if (part.kind === 'words') return wordsOf(part)
  const file = await sink.open(conversation, part.file)
  return fileOf(file, (kind, opened) => uploadMedia(api, kind, opened, signal))
}

function hasLongIds({ message }: Sending): boolean {
  return message.options?.some(({ id }) => Buffer.byteLength(id) > KF_LIMITS.menuId) ?? false
}

function forgetOldest(of: Map<string, unknown> | Set<string>): void {
  const [oldest] = of.keys()
  if (of.size > MOST && oldest !== undefined) of.delete(oldest)
}
