import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { platformEnvelope } from './wechat-envelope.ts'

/** The organisation that the fake platform knows. */
export const KF = {
  corpId: 'ww0123456789abcdef',
  secret: 'a secret of customer service',
  token: 'belltoken',
  aesKey: 'GFEDCBA9876543210zyxwvutsrqponmlkjihgfedcba',
}

export const KF_ACCOUNT = 'wkFake0001'

export type KfShown = {
  readonly by: 'message' | 'code'
  readonly text: string
  readonly items: readonly { readonly id: string; readonly content: string }[]
}

/** What the API does instead of its work; a path limits it to calls of it. */
export type KfTrouble = {
  readonly on: string
  readonly does: number | 'nonsense' | 'silent' | 'cut' | 'accepted_then_cut'
}

export type FakeWecom = Awaited<ReturnType<typeof openFakeWecom>>

/** State after a move that the platform allows (变更会话状态). */
const MOVES: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 3, 4],
  1: [2, 3, 4],
  2: [3, 4],
  3: [3, 4],
  4: [],
}

/**
 * WeCom customer service on loopback that counts and enforces: tokens, bells that ring three times, pages and
 * cursors (some pages are empty with more behind), states, 48 hours and five, bytes, menus, codes of
 * 20 s, ids that may be used once.
 */
export async function openFakeWecom(now: () => number = Date.now) {
  const envelope = platformEnvelope(KF.token, KF.aesKey, KF.corpId)
  const log: Record<string, unknown>[] = []
  const shown = new Map<string, KfShown[]>()
  const users = new Map<string, { state: number; until: number; left: number; spoke: number }>()
  const codes = new Map<string, { user: string; until: number }>()
  const msgids = new Set<string>()
  const media = new Map<string, Uint8Array>()
  const count = { tokens: 0, pages: 0, empty: 0, sent: 0, refused: 0, rings: 0 }
  const troubles: KfTrouble[] = []
  const bells = new Set<string>()
  const moves: { user: string; from: number; to: number }[] = []
  let token = 'kf-token-0'
  let ids = 0
  let webhook = ''
  let pageSize = 1_000
  let emptyPages = false

  const of = (user: string) => {
    const known = users.get(user) ?? {
      state: 0,
      until: 0,
      left: 0,
      spoke: Number.NEGATIVE_INFINITY,
    }
    users.set(user, known)
    return known
  }
  const show = (user: string, one: KfShown) => shown.set(user, [...(shown.get(user) ?? []), one])

  type Asked = {
    readonly open_kfid?: string
    readonly external_userid?: string
    readonly touser?: string
    readonly cursor?: string
    readonly token?: string
    readonly limit?: number
    readonly code?: string
    readonly msgid?: string
    readonly msgtype?: string
    readonly text?: { readonly content: string }
    readonly msgmenu?: {
      readonly head_content: string
      readonly list: readonly { type: string; click: { id: string; content: string } }[]
    }
    readonly service_state?: number
    readonly external_userid_list?: readonly string[]
  }
  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const url = new URL(request.url ?? '', 'http://x')
    const raw = await buffer(request)
    if (url.pathname === '/cgi-bin/gettoken') {
      const right =
        url.searchParams.get('corpid') === KF.corpId &&
        url.searchParams.get('corpsecret') === KF.secret
      if (!right) return { errcode: 40001 }
      count.tokens++
      return { errcode: 0, access_token: token, expires_in: 7200 }
    }
    if (url.searchParams.get('access_token') !== token) return { errcode: 40014 }
    if (url.pathname === '/cgi-bin/media/get') {
      return media.get(url.searchParams.get('media_id') ?? '') ?? { errcode: 40007 }
    }
    if (url.pathname === '/cgi-bin/media/upload') {
      media.set('up', raw)
      return { errcode: 0, media_id: `up-${media.size}` }
    }
    const body = JSON.parse(raw.toString()) as Asked
    switch (url.pathname) {
      case '/cgi-bin/kf/sync_msg':
        return page(body)
      case '/cgi-bin/kf/send_msg':
        return sendMessage(body)
      case '/cgi-bin/kf/send_msg_on_event':
        return sendByCode(body)
      case '/cgi-bin/kf/service_state/get':
        return { errcode: 0, service_state: of(body.external_userid ?? '').state }
      case '/cgi-bin/kf/customer/batchget':
        return customers(body)
      case '/cgi-bin/kf/service_state/trans':
        return move(body)
      default:
        return { errcode: 40066 }
    }
  }

  const page = ({ cursor, token: bell, open_kfid, limit }: Asked) => {
    if (open_kfid !== KF_ACCOUNT) return { errcode: 95000 }
    if (bell !== undefined && !bells.has(bell)) return { errcode: 95007 }
    count.pages++
    const from = cursor === undefined ? 0 : Number(String(cursor).replace(/\D/g, ''))
    const isEmpty = emptyPages && !String(cursor ?? '').startsWith('e')
    if (isEmpty) {
      count.empty++
      return { errcode: 0, next_cursor: `e${from}`, has_more: 1, msg_list: [] }
    }
    const entries = log.slice(from, from + Math.min(pageSize, limit ?? 1_000))
    const next = from + entries.length
    return {
      errcode: 0,
      next_cursor: `c${next}`,
      has_more: next < log.length ? 1 : 0,
      msg_list: entries,
    }
  }

  /** Text and menu items of a message that keeps the limits; a code for one that does not. */
  const read = (body: Asked): { text: string; items: KfShown['items'] } | number => {
    if (body.msgid !== undefined) {
      if (!/^[0-9a-zA-Z_-]{1,32}$/.test(body.msgid)) return 40058
      if (msgids.has(body.msgid)) return 40058
    }
    const { msgtype } = body
    if (msgtype === 'text') {
      const text = body.text?.content ?? ''
      return text === '' || Buffer.byteLength(text) > 2048 ? 40058 : { text, items: [] }
    }
    if (msgtype === 'msgmenu') {
      const menu = body.msgmenu ?? { head_content: '', list: [] }
      const items = menu.list.map(({ click }) => click)
      if (items.length > 10) return 95008
      if (menu.list.some(({ type }) => type !== 'click')) return 95009
      if (Buffer.byteLength(menu.head_content) > 1024) return 40058
      const isFit = ({ id, content }: { id: string; content: string }) =>
        id !== '' && Buffer.byteLength(id) <= 64 && Buffer.byteLength(content) <= 128
      return items.every(isFit) ? { text: menu.head_content, items } : 40058
    }
    return { text: `[${msgtype}]`, items: [] }
  }

  const take = (user: string, body: Asked, by: KfShown['by'], one: Omit<KfShown, 'by'>) => {
    const msgid = body.msgid ?? `made-${ids++}`
    msgids.add(msgid)
    count.sent++
    show(user, { by, ...one })
    return { errcode: 0, errmsg: 'ok', msgid }
  }

  const customers = ({ external_userid_list: asked = [] }: Asked) => {
    const known = asked.filter((user) => now() < of(user).until)
    const invalid_external_userid = asked.filter((user) => !known.includes(user))
    const customer_list = known.map((user) => ({ external_userid: user, nickname: `网名${user}` }))
    return { errcode: 0, customer_list, invalid_external_userid }
  }

  const sendMessage = (body: Asked) => {
    const refuse = (errcode: number) => {
      count.refused++
      return { errcode }
    }
    const user = body.touser ?? ''
    const known = of(user)
    if (known.state > 1) return refuse(95018)
    if (now() >= known.until) return refuse(95002)
    if (known.left === 0) return refuse(95001)
    const one = read(body)
    if (typeof one === 'number') return refuse(one)
    known.left--
    return take(user, body, 'message', one)
  }

  const sendByCode = (body: Asked) => {
    const code = codes.get(body.code ?? '')
    if (!code || now() >= code.until) return { errcode: 95021 }
    const one = read(body)
    if (typeof one === 'number') return { errcode: one }
    codes.delete(body.code ?? '')
    return take(code.user, body, 'code', one)
  }

  const newCode = (user: string) => {
    const code = `code-${ids++}`
    codes.set(code, { user, until: now() + 20_000 })
    return code
  }

  const move = ({ external_userid: user = '', service_state: to = -1 }: Asked) => {
    const known = of(user)
    if (!MOVES[known.state]?.includes(to)) return { errcode: 95016 }
    // The platform wants to know to whom.
    if (to === 3) return { errcode: 95014 }
    moves.push({ user, from: known.state, to })
    known.state = to
    return { errcode: 0, msg_code: newCode(user) }
  }

  const server = createServer(async (request, response): Promise<unknown> => {
    const at = troubles.findIndex(({ on }) => request.url?.startsWith(on))
    const trouble = at < 0 ? undefined : troubles.splice(at, 1)[0]?.does
    if (trouble === 'silent') return undefined
    if (trouble === 'cut') return request.socket.destroy()
    if (trouble === 'nonsense') return response.end('<html>504')
    if (typeof trouble === 'number') return response.end(JSON.stringify({ errcode: trouble }))
    const said = await answer(request)
    if (trouble === 'accepted_then_cut') return request.socket.destroy()
    if (said instanceof Uint8Array) return response.setHeader('content-type', 'image/png').end(said)
    return response.setHeader('content-type', 'application/json').end(JSON.stringify(said))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))

  /** Rings up to three times, until it is heard; gives how many. */
  const ring = async (): Promise<number> => {
    const bell = `bell-${ids++}`
    bells.add(bell)
    const xml = `<xml><ToUserName><![CDATA[${KF.corpId}]]></ToUserName><CreateTime>1</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[kf_msg_or_event]]></Event><Token><![CDATA[${bell}]]></Token><OpenKfId><![CDATA[${KF_ACCOUNT}]]></OpenKfId></xml>`
    for (let tries = 1; tries <= 3; tries++) {
      count.rings++
      const { query, body } = envelope.post(xml)
      const { signature: _plain, ...rest } = query
      const heard = await fetch(`${webhook}?${new URLSearchParams(rest)}`, {
        method: 'POST',
        headers: { 'content-type': 'text/xml' },
        body,
        signal: AbortSignal.timeout(5_000),
      }).then(
        ({ status }) => status === 200,
        () => false,
      )
      if (heard) return tries
    }
    return 3
  }

  const base = () => ({
    msgid: `in-${ids++}`,
    open_kfid: KF_ACCOUNT,
    send_time: Math.floor(now() / 1000),
  })

  const write = (user: string, fields: Record<string, unknown>) => {
    const known = of(user)
    if (known.state === 4) known.state = 0
    Object.assign(known, { until: now() + 48 * 3_600_000, left: 5, spoke: now() })
    const entry = { ...base(), external_userid: user, origin: 3, ...fields }
    log.push(entry)
    return entry.msgid
  }

  const happen = (user: string, event: Record<string, unknown>) => {
    const fields = { open_kfid: KF_ACCOUNT, external_userid: user, ...event }
    log.push({ ...base(), origin: 4, msgtype: 'event', event: fields })
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    envelope,
    count,
    media,
    troubles,
    moves,
    log,
    connect: (address: string) => {
      webhook = address
    },
    pages: (size: number, empty = false) => {
      pageSize = size
      emptyPages = empty
    },
    ring,
    shown: (user: string) => shown.get(user) ?? [],
    texts: (user: string) => (shown.get(user) ?? []).map(({ text }) => text),
    stateOf: (user: string) => of(user).state,
    setState: (user: string, state: number) => {
      of(user).state = state
    },
    write,
    happen,
    says: (user: string, content: string) => {
      write(user, { msgtype: 'text', text: { content } })
      return ring()
    },
    /** Somebody of the organisation takes the session, says this, and ends it if told to, all in WeCom. */
    adviserSays: (user: string, servicer: string, content: string, ends = false) => {
      const change = (change_type: number, who: Record<string, string>) =>
        happen(user, { event_type: 'session_status_change', change_type, ...who })
      if (of(user).state !== 3) change(1, { new_servicer_userid: servicer })
      of(user).state = ends ? 4 : 3
      const by = { external_userid: user, origin: 5, servicer_userid: servicer }
      log.push({ ...base(), ...by, msgtype: 'text', text: { content } })
      if (ends) change(3, { old_servicer_userid: servicer })
      return ring()
    },
    /** The same with a picture, which is kept by the platform as everybody's are. */
    adviserShows: (user: string, servicer: string, picture: Buffer) => {
      media.set('shown', picture)
      const by = { external_userid: user, origin: 5, servicer_userid: servicer }
      log.push({ ...base(), ...by, msgtype: 'image', image: { media_id: 'shown' } })
      return ring()
    },
    taps: (user: string, id: string, content: string) => {
      write(user, { msgtype: 'text', text: { content, menu_id: id } })
      return ring()
    },
    /** Opens the chat; who wrote within 48 hours brings no code. */
    enters: (user: string, scene_param = '') => {
      const quiet = now() - of(user).spoke > 48 * 3_600_000
      const welcome = quiet ? { welcome_code: newCode(user) } : {}
      happen(user, { event_type: 'enter_session', scene: 's', scene_param, ...welcome })
      return ring()
    },
    spoilToken: () => {
      token = `kf-token-${ids++}`
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
