import { CHANNEL_TABLE } from '../../../core/contract/channel/channel-table.ts'
import type { DeliveryReason } from '../../../core/contract/channel/delivery-reason.ts'
import type { Channel, ChannelSink, WebhookRoute } from '../../../work/ports/channel.ts'
import type { Cursors } from '../../../work/ports/cursors.ts'
import type { ReplyWindows } from '../../../work/ports/reply-windows.ts'
import type { Sending, Sent } from '../../../work/ports/sender.ts'
import { type IssuedToken, keepAccessToken } from '../../wechat/access-token.ts'
import { askJson, openApi, PATIENCE } from '../../wechat/call-api.ts'
import { envelopeKey } from '../../wechat/envelope.ts'
import { fetchMedia } from '../../wechat/fetch-media.ts'
import { sweepWindows } from '../../wechat/sweep-windows.ts'
import { watchHealth } from '../../wechat/watch-health.ts'
import { answerBell, answerCheck, type Bell } from './answer-bell.ts'
import { customerName } from './customer-name.ts'
import type { Failed, Heard } from './decode.ts'
import { KF_LIMITS } from './limits.ts'
import { openPuller } from './pull.ts'
import { openKfSender } from './send.ts'
import { keyOf } from './send-part.ts'
import { type AdvisersIn, movesFirst } from './service-state.ts'
import { openSessions } from './sessions.ts'
import { watchAccounts } from './watch-accounts.ts'

export type WecomKfSettings = {
  readonly corpId: string
  readonly secret: string
  readonly token: string
  readonly aesKey: string
  readonly baseUrl?: string | undefined
  /** Where advisers write; in the console, unless said otherwise. */
  readonly advisersIn?: AdvisersIn
  /** Pause between two looks at what could not be read, in ms; shorter in tests. */
  readonly lookEvery?: number
}

export type WecomKfParts = {
  readonly windows: ReplyWindows
  readonly cursors: Cursors
  /** A street or committee code that the house knows. */
  readonly isPlace: (code: string) => boolean
}

export type WecomKf = { readonly channel: Channel; readonly routes: readonly WebhookRoute[] }

const API = 'https://qyapi.weixin.qq.com'
const PATH = '/webhooks/wecom-kf'
const CHANNEL = 'wecom-kf'

/** 消息发送失败类型: 10 用户拒收; 4 and 5 the session is over, 6 the five are spent, the rest is ours to mend. */
const REFUSED = 10
const FAILURES: Readonly<Record<number, DeliveryReason>> = {
  [REFUSED]: 'blocked',
  4: 'window',
  5: 'window',
  6: 'window',
  8: 'credentials',
}

/** WeCom customer service (微信客服): any WeChat user writes to an account of the organisation. */
export function createWecomKf(
  settings: WecomKfSettings,
  sink: ChannelSink,
  { windows, cursors, isPlace }: WecomKfParts,
): WecomKf {
  const base = settings.baseUrl ?? API
  const api = openApi(
    base,
    keepAccessToken(() => issueToken(base, settings), sink.now),
  )
  const watch = watchHealth(sink.now)
  const sweeping = sweepWindows(windows, sink)
  const sender = openKfSender({ api, sink, windows, watch })
  const sessions = openSessions(api, sink, settings.advisersIn ?? 'console', sender.keepCode)

  /** Window and code first: the answer may go out the moment the message is durable. */
  const take = async (account: string, heard: Heard): Promise<void> => {
    const { user, externalId, at, incoming, mute } = heard
    const isEnd = incoming.kind === 'desk' && incoming.desk.act === 'gave_back'
    if (isEnd && sessions.endedHere({ account, user })) return
    const conversation = sink.conversationOf(CHANNEL, account, user)
    const { ms, messages } = KF_LIMITS.afterMessage
    if (heard.opens) {
      await windows.open(conversation, {
        kind: 'message',
        id: externalId,
        at,
        until: at + ms,
        messages,
      })
    }
    // Whoever writes, or comes in again, is there.
    if (!mute && incoming.kind !== 'unsent') await sink.departures?.back(conversation, at)
    if (heard.code !== null) sender.keepCode(conversation, heard.code)
    const muted = mute ? { mute } : {}
    await sink.take({ channel: CHANNEL, account, user, externalId, at, incoming, ...muted })
    if (heard.opens) sessions.begin({ account, user })
    watch.count('received')
  }

  /** The resident refuses our messages (用户拒收), or this one did not arrive. */
  const failed = async (account: string, { failed: { user, msgid, type }, at }: Failed) => {
    const conversation = sink.conversationOf(CHANNEL, account, user)
    sink.report('wecom_kf_send_failed', { type })
    if (type === REFUSED) await sink.departures?.leave(conversation, at)
    const key = keyOf(msgid)
    if (key) await sink.fellThrough?.(conversation, key, FAILURES[type] ?? 'invalid')
  }

  const send = async (sending: Sending): Promise<Sent> => {
    const { to, floor } = sending
    const conversation = sink.conversationOf(CHANNEL, to.account, to.user)
    if (await sink.departures?.isGone(conversation)) {
      return { status: 'undeliverable', why: 'blocked' }
    }
    if (floor && movesFirst(floor)) await sessions.follow(to, floor)
    const sent = await sender.send(sending)
    if (floor && !movesFirst(floor)) void sessions.follow(to, floor)
    return sent
  }

  const puller = openPuller({ api, cursors, sink, isPlace, take, failed })
  const accounts = watchAccounts(puller, cursors, sink, settings.lookEvery)
  const key = envelopeKey(settings.aesKey, settings.corpId)
  const bell: Bell = { token: settings.token, key, sink, ring: accounts.ring }
  const most = KF_LIMITS.body
  return {
    channel: {
      name: CHANNEL,
      capabilities: CHANNEL_TABLE[CHANNEL],
      send: (sending) => send(sending).catch(() => ({ status: 'retry', why: 'down' })),
      fetchMedia: (media) => fetchMedia(api, media),
      nameOf: ({ user }) => customerName(api, user).catch(() => null),
      health: watch.health,
      start: () => {
        sweeping.start()
        return accounts.start()
      },
      stop: () => {
        sweeping.stop()
        return accounts.stop()
      },
    },
    routes: [
      {
        method: 'GET',
        path: PATH,
        most,
        answer: (webhook) => Promise.resolve(answerCheck(bell, webhook)),
      },
      { method: 'POST', path: PATH, most, answer: (webhook) => answerBell(bell, webhook) },
    ],
  }
}

/** gettoken gives the same token to everybody who asks while it lasts. */
async function issueToken(
  base: string,
  { corpId, secret }: WecomKfSettings,
): Promise<IssuedToken | null> {
  const url = new URL(`${base.replace(/\/+$/, '')}/cgi-bin/gettoken`)
  url.searchParams.set('corpid', corpId)
  url.searchParams.set('corpsecret', secret)
  const answer = await askJson(url.href, AbortSignal.timeout(PATIENCE))
  if (answer.status !== 'answered' || answer.code !== 0) return null
  const { access_token: issued, expires_in: seconds } = answer.body
  if (typeof issued !== 'string' || typeof seconds !== 'number') return null
  return { token: issued, seconds }
}
