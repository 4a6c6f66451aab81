import { CHANNEL_TABLE } from '../../../core/contract/channel/channel-table.ts'
import { render } from '../../../core/contract/channel/render.ts'
import type { Channel, ChannelSink, WebhookRoute } from '../../../work/ports/channel.ts'
import type { ReplyWindows } from '../../../work/ports/reply-windows.ts'
import type { Sending, Sent } from '../../../work/ports/sender.ts'
import { type IssuedToken, keepAccessToken } from '../../wechat/access-token.ts'
import { askJson, openApi, PATIENCE } from '../../wechat/call-api.ts'
import { envelopeKey } from '../../wechat/envelope.ts'
import { fetchMedia } from '../../wechat/fetch-media.ts'
import { openPartSender, type PartSender, partsOf } from '../../wechat/send-parts.ts'
import { sweepWindows } from '../../wechat/sweep-windows.ts'
import { watchHealth } from '../../wechat/watch-health.ts'
import { answerCheck, type CallParts, openCalls } from './answer-call.ts'
import { OA_LIMITS } from './limits.ts'
import { openReplySlots, type ReplySlots } from './reply-slots.ts'
import { sendPart } from './send-part.ts'
import { openSettling } from './settling.ts'

export type WechatOaSettings = {
  readonly appId: string
  readonly appSecret: string
  readonly token: string
  /** Null: the account posts in the clear. */
  readonly aesKey: string | null
  readonly baseUrl?: string | undefined
  /** How long a call of the platform waits for a text, in ms; shorter in tests. */
  readonly patience?: number
}

export type WechatOaParts = {
  readonly windows: ReplyWindows
  /** A street or committee code that the house knows: a wrong poster places nobody. */
  readonly isPlace: (code: string) => boolean
}

const API = 'https://api.weixin.qq.com'
const PATH = '/webhooks/wechat-oa'
const CAN = CHANNEL_TABLE['wechat-oa']

/** A WeChat Official Account (公众号). */
export function createWechatOa(
  settings: WechatOaSettings,
  sink: ChannelSink,
  { windows, isPlace }: WechatOaParts,
): { readonly channel: Channel; readonly routes: readonly WebhookRoute[] } {
  const { appId, token, aesKey, patience = OA_LIMITS.reply } = settings
  const base = settings.baseUrl ?? API
  const api = openApi(
    base,
    keepAccessToken((anew) => issueToken(base, settings, anew), sink.now),
  )
  const slots = openReplySlots()
  const sender = openPartSender(windows, sink.now, OA_LIMITS.kept)
  const watch = watchHealth(sink.now)
  const settling = openSettling(sink.wait)
  const sweeping = sweepWindows(windows, sink)

  const send = async (sending: Sending): Promise<Sent> => {
    const { to, message, key } = sending
    const signal = AbortSignal.timeout(PATIENCE)
    const parts = partsOf(render(message, CAN))
    if (await answersCall(slots, sender, sending, parts)) {
      watch.count('passive')
      settling.note(to.user)
      if (parts.length === 1) return { status: 'sent' }
    }
    await settling.end(to.user)
    const conversation = sink.conversationOf(to.channel, to.account, to.user)
    const one = { user: to.user, conversation: sending.conversation ?? conversation }
    const sent = await sender.send({
      conversation,
      key,
      message,
      parts,
      send: async (part) => watch.saw(await sendPart(api, sink.open, one, part, signal)),
    })
    const isClosed = sent.status === 'undeliverable' && sent.why === 'window'
    if (!isClosed || !(await sink.departures?.isGone(conversation))) return sent
    return { status: 'undeliverable', why: 'blocked' }
  }

  const key = aesKey === null ? null : envelopeKey(aesKey, appId)
  const most = CAN.text.most
  const calls: CallParts = {
    sink,
    windows,
    slots,
    account: appId,
    token,
    key,
    isPlace,
    most,
    patience,
  }
  const answer = openCalls(calls)
  return {
    channel: {
      name: 'wechat-oa',
      capabilities: CAN,
      send: (sending) => send(sending).catch(() => ({ status: 'retry', why: 'down' })),
      fetchMedia: (media) => fetchMedia(api, media),
      health: watch.health,
      start: async () => sweeping.start(),
      stop: async () => sweeping.stop(),
    },
    routes: [
      {
        method: 'GET',
        path: PATH,
        most: OA_LIMITS.body,
        answer: (webhook) => Promise.resolve(answerCheck(calls, webhook)),
      },
      { method: 'POST', path: PATH, most: OA_LIMITS.body, answer },
    ],
  }
}

/** The words go back on a call that is open, if there is one: no window is used, and it is at once. */
async function answersCall(
  slots: ReplySlots,
  sender: PartSender,
  { to, key }: Sending,
  parts: ReturnType<typeof partsOf>,
): Promise<boolean> {
  const [first] = parts
  if (first?.kind !== 'words' || sender.isBegun(key)) return false
  if (!(await slots.offer(to.user, key, first.text))) return false
  sender.passOver(key)
  return true
}

/** stable_token: asking again gives the same token to every process until it ends. */
async function issueToken(
  base: string,
  { appId, appSecret }: WechatOaSettings,
  anew: boolean,
): Promise<IssuedToken | null> {
  const asked = { grant_type: 'client_credential', appid: appId, secret: appSecret }
  const url = `${base.replace(/\/+$/, '')}/cgi-bin/stable_token`
  const signal = AbortSignal.timeout(PATIENCE)
  const answer = await askJson(url, signal, { ...asked, force_refresh: anew })
  if (answer.status !== 'answered') return null
  const { access_token: issued, expires_in: seconds } = answer.body
  if (typeof issued !== 'string' || typeof seconds !== 'number') return null
  return { token: issued, seconds }
}
