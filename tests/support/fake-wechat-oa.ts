import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { fieldOf, platformEnvelope } from './wechat-envelope.ts'

/** The account that the fake platform knows. */
export const OA = {
  appId: 'wx0123456789abcdef',
  appSecret: 'a secret of the account',
  token: 'callbacktoken',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
}

export type Shown = { readonly by: 'passive' | 'service' | 'platform'; readonly text: string }

/** What the API does instead of its work: answers a code, nonsense, nothing, or cuts the line. */
export type OaTrouble =
  | { readonly code: number }
  | 'nonsense'
  | 'silent'
  | 'cut'
  | 'accepted_then_cut'

export type FakeWechatOa = Awaited<ReturnType<typeof openFakeWechatOa>>

/**
 * An Official Account platform on loopback that counts and enforces: tokens, the two windows, bytes, three
 * tries of a callback with 5 s each, and only answers that it can read.
 */
export async function openFakeWechatOa(now: () => number = Date.now) {
  const envelope = platformEnvelope(OA.token, OA.aesKey, OA.appId)
  const shown = new Map<string, Shown[]>()
  const windows = new Map<string, { until: number; left: number }[]>()
  const media = new Map<string, Uint8Array>()
  const count = { tokens: 0, sent: 0, uploads: 0, calls: 0 }
  const troubles: OaTrouble[] = []
  let token = 'token-0'
  let ids = 7_000_000_000_000_000_000n
  let webhook = ''

  const show = (user: string, one: Shown) => shown.set(user, [...(shown.get(user) ?? []), one])

  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const url = new URL(request.url ?? '', 'http://x')
    const body = await buffer(request)
    if (url.pathname === '/cgi-bin/stable_token') {
      const asked = JSON.parse(body.toString())
      if (asked.appid !== OA.appId || asked.secret !== OA.appSecret) return { errcode: 40125 }
      count.tokens++
      if (asked.force_refresh) token = `token-${count.tokens}`
      return { access_token: token, expires_in: 7200 }
    }
    if (url.searchParams.get('access_token') !== token) return { errcode: 40001 }
    if (url.pathname === '/cgi-bin/media/get') {
      return media.get(url.searchParams.get('media_id') ?? '') ?? { errcode: 40007 }
    }
    if (url.pathname === '/cgi-bin/media/upload') {
      count.uploads++
      const id = `up-${count.uploads}`
      media.set(id, body)
      return { type: 'image', media_id: id }
    }
    if (url.pathname === '/cgi-bin/message/custom/send') return send(JSON.parse(body.toString()))
    return { errcode: 40066 }
  }

  const send = (message: { touser: string; msgtype: string; [kind: string]: unknown }) => {
    const { touser: user, msgtype } = message
    const content = message[msgtype] as { content?: string; media_id?: string }
    const text = content.content ?? `[${msgtype} ${content.media_id}]`
    if (Buffer.byteLength(text) > 2048) return { errcode: 45002 }
    const open = (windows.get(user) ?? []).filter(({ until }) => until > now())
    if (open.length === 0) return { errcode: 45015 }
    const one = open.find(({ left }) => left > 0)
    if (!one) return { errcode: 45047 }
    one.left--
    count.sent++
    show(user, { by: 'service', text })
    return { errcode: 0, errmsg: 'ok' }
  }

  const server = createServer(async (request, response): Promise<unknown> => {
    count.calls++
    const isSend = request.url?.includes('/message/') ?? false
    const trouble = isSend ? troubles.shift() : undefined
    if (trouble === 'silent') return undefined
    if (trouble === 'cut') return request.socket.destroy()
    if (trouble === 'nonsense') return response.end('<html>502 Bad Gateway')
    if (typeof trouble === 'object') return response.end(JSON.stringify({ errcode: trouble.code }))
    const said = await answer(request)
    if (trouble === 'accepted_then_cut') return request.socket.destroy()
    if (said instanceof Uint8Array) {
      return response.setHeader('content-type', 'image/jpeg').end(said)
    }
    return response.setHeader('content-type', 'application/json').end(JSON.stringify(said))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))

  /** Posts a callback up to three times, as the platform does, and shows what comes back. */
  const call = async (user: string, xml: string): Promise<number> => {
    for (let tries = 1; tries <= 3; tries++) {
      const { query, body } = envelope.post(xml)
      const answered = await fetch(`${webhook}?${new URLSearchParams(query)}`, {
        method: 'POST',
        headers: { 'content-type': 'text/xml' },
        body,
        signal: AbortSignal.timeout(5_000),
      }).then(
        async (reply) => ({ status: reply.status, text: await reply.text() }),
        () => null,
      )
      if (answered === null || answered.status !== 200) continue
      if (answered.text === '' || answered.text === 'success') return tries
      show(user, { by: 'passive', text: readReply(user, answered.text) })
      return tries
    }
    show(user, { by: 'platform', text: '该公众号暂时无法提供服务' })
    return 3
  }

  const readReply = (user: string, text: string): string => {
    const sealed = fieldOf(text, 'Encrypt')
    const [at, nonce] = [fieldOf(text, 'TimeStamp'), fieldOf(text, 'Nonce')]
    if (envelope.sign(at, nonce, sealed) !== fieldOf(text, 'MsgSignature'))
      throw new Error('forged')
    const xml = envelope.open(sealed)
    if (fieldOf(xml, 'ToUserName') !== user) throw new Error('to another person')
    const content = fieldOf(xml, 'Content')
    if (Buffer.byteLength(content) > 2048) throw new Error('too long')
    return content
  }

  const open = (user: string, ms: number, left: number) =>
    windows.set(user, [
      ...(windows.get(user) ?? []).filter(({ until }) => until <= now() + ms === ms < 120_000),
      { until: now() + ms, left },
    ])

  const xmlOf = (user: string, fields: Readonly<Record<string, string>>) => {
    const all = Object.entries(fields).map(
      ([name, text]) => `<${name}><![CDATA[${text}]]></${name}>`,
    )
    const from = `<ToUserName><![CDATA[gh_house]]></ToUserName><FromUserName><![CDATA[${user}]]></FromUserName>`
    return `<xml>${from}<CreateTime>${Math.floor(now() / 1000)}</CreateTime>${all.join('')}</xml>`
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    envelope,
    count,
    media,
    /** Met by the next messages of the house, one each. */
    troubles,
    connect: (address: string) => {
      webhook = address
    },
    shown: (user: string) => shown.get(user) ?? [],
    texts: (user: string) => (shown.get(user) ?? []).map(({ text }) => text),
    xmlOf,
    call,
    /** A message of a resident; gives how many tries the platform needed. */
    says: (user: string, text: string, id = String(ids++)) => {
      open(user, 48 * 3_600_000, 5)
      return call(user, xmlOf(user, { MsgType: 'text', Content: text, MsgId: id }))
    },
    sends: (user: string, fields: Readonly<Record<string, string>>) => {
      open(user, 48 * 3_600_000, 5)
      return call(user, xmlOf(user, { ...fields, MsgId: String(ids++) }))
    },
    does: (user: string, event: string, key = '') => {
      if (/subscribe|SCAN|CLICK/.test(event)) open(user, 60_000, 3)
      return call(user, xmlOf(user, { MsgType: 'event', Event: event, EventKey: key }))
    },
    /** The token that was given out stops working. */
    spoilToken: () => {
      token = `spoiled-${count.tokens}`
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
