import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { brokenLimits } from './documented-limits.ts'
import { type Check, readSpec } from './strict-spec.ts'

export const TOKEN = 'channel-access-token'
export const SECRET = 'channel-secret'
export const DESTINATION = `U${'0'.repeat(32)}`

/** Where LINE's own schemas are checked too: the folder of its OpenAPI files. */
const SPECS = process.env.HEARTH_LINE_OPENAPI

export const STRICTNESS = SPECS ? "LINE's OpenAPI schemas" : 'documented limits alone'

type Shown = {
  readonly how: 'reply' | 'push'
  readonly text: string
  readonly chips: readonly { readonly label: string; readonly data: string }[]
  readonly message: Readonly<Record<string, unknown>>
}

/** How the platform treats a call: as LINE would, or as a platform in trouble. */
export type Mood =
  | 'well'
  /** Accepts it and never answers. */
  | 'accepts_silently'
  /** Does nothing and never answers. */
  | 'silent'
  | { readonly status: number; readonly body?: string; readonly headers?: Record<string, string> }
  /** Accepts it and answers 500. */
  | 'accepts_and_fails'

export type FakeLine = {
  readonly url: string
  /** What each person or group sees, in order. */
  readonly shown: (to: string) => readonly Shown[]
  readonly calls: { readonly path: string; readonly status: number | null }[]
  /** What was sent against the rules. */
  readonly broken: string[]
  /** Looked at for every call. */
  mood: (path: string) => Mood
  /** Left of this month's pushes. */
  quota: number
  /** Bytes by message id; 'preparing' answers 202. */
  readonly contents: Map<string, Uint8Array | 'preparing'>
  readonly dots: string[]
  /** A reply token for whoever shall be answered; good for one minute of `clock`. */
  readonly issueToken: (to: string) => string
  /** Signs and posts a webhook; gives the bot's status. */
  readonly deliver: (bot: string, events: readonly object[], secret?: string) => Promise<number>
  readonly close: () => Promise<void>
}

type Call = {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Readonly<Record<string, unknown>>
}

type Answer = { readonly status: number; readonly body: unknown; readonly bytes?: Uint8Array }

/**
 * LINE's platform on the loopback: bearer token, single-use reply tokens of one minute, retry keys,
 * monthly quota, contents, loading dots. Every message it takes is checked; see `STRICTNESS`.
 */
export async function openFakeLine(clock: () => number = Date.now): Promise<FakeLine> {
  const tokens = new Map<string, { readonly to: string; readonly at: number }>()
  const keys = new Set<string>()
  const shown = new Map<string, Shown[]>()
  const spec = SPECS ? readSpec(SPECS, 'messaging-api.yml') : null
  const webhookSpec = SPECS ? readSpec(SPECS, 'webhook.yml') : null

  // Compiled now: the first message would wait for it.
  for (const schema of ['ReplyMessageRequest', 'PushMessageRequest']) spec?.(schema)({})
  webhookSpec?.('CallbackRequest')({})

  const check = (schema: string, body: Call['body']): readonly string[] => {
    const bySchema: Check = spec?.(schema) ?? (() => [])
    return [...bySchema(body), ...brokenLimits(body.messages)]
  }
  const show = (to: string, how: Shown['how'], messages: unknown) => {
    const all = (messages as Shown['message'][]).map((message) => shownOf(how, message))
    shown.set(to, [...(shown.get(to) ?? []), ...all])
  }
  const refuse = (wrong: readonly string[]): Answer => {
    fake.broken.push(...wrong)
    return { status: 400, body: { message: `The request body has ${wrong.length} error(s)` } }
  }

  const reply = ({ body, headers }: Call): Answer => {
    const wrong = check('ReplyMessageRequest', body)
    if (headers['x-line-retry-key']) return refuse(['a reply with a retry key'])
    if (wrong.length > 0) return refuse(wrong)
    const token = tokens.get(String(body.replyToken))
    if (!token || clock() - token.at > 60_000)
      return { status: 400, body: { message: 'Invalid reply token' } }
    tokens.delete(String(body.replyToken))
    show(token.to, 'reply', body.messages)
    return { status: 200, body: { sentMessages: [{ id: randomId(), quoteToken: 'q' }] } }
  }

  const push = ({ body, headers }: Call): Answer => {
    const wrong = check('PushMessageRequest', body)
    const key = String(headers['x-line-retry-key'] ?? '')
    if (!UUID.test(key)) return refuse([`retry key "${key}"`])
    if (wrong.length > 0) return refuse(wrong)
    if (keys.has(key))
      return { status: 409, body: { message: 'The retry key is already accepted' } }
    if (fake.quota <= 0)
      return { status: 429, body: { message: 'You have reached your monthly limit.' } }
    fake.quota--
    keys.add(key)
    show(String(body.to), 'push', body.messages)
    return { status: 200, body: { sentMessages: [{ id: randomId() }] } }
  }

  const loading = ({ body }: Call): Answer => {
    const seconds = Number(body.loadingSeconds)
    if (seconds % 5 !== 0 || seconds < 5 || seconds > 60) return refuse(['loadingSeconds'])
    fake.dots.push(String(body.chatId))
    return { status: 202, body: {} }
  }

  const content = ({ path }: Call): Answer => {
    const bytes = fake.contents.get(path.split('/')[4] ?? '')
    if (bytes === undefined) return { status: 404, body: { message: 'Not found' } }
    if (bytes === 'preparing') return { status: 202, body: {} }
    return { status: 200, body: null, bytes }
  }

  const answerTo = (call: Call): Answer => {
    if (call.headers.authorization !== `Bearer ${TOKEN}`)
      return { status: 401, body: { message: 'Authentication failed' } }
    if (call.path.endsWith('/message/reply')) return reply(call)
    if (call.path.endsWith('/message/push')) return push(call)
    if (call.path.endsWith('/loading/start')) return loading(call)
    if (call.path.endsWith('/content')) return content(call)
    if (call.path.startsWith('/v2/bot/profile/')) {
      const userId = call.path.split('/').at(-1)
      return { status: 200, body: { userId, displayName: `小王${userId?.slice(1, 4)}` } }
    }
    if (call.path.endsWith('/quota')) return { status: 200, body: { type: 'limited', value: 200 } }
    if (call.path.endsWith('/quota/consumption'))
      return { status: 200, body: { totalUsage: 200 - fake.quota } }
    return { status: 404, body: { message: 'Not found' } }
  }

  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://line').pathname
    const body = jsonOf(await buffer(request))
    const call = { path, headers: request.headers, body }
    const mood = fake.mood(path)
    const isDone = mood === 'well' || mood === 'accepts_silently' || mood === 'accepts_and_fails'
    const answer = isDone ? answerTo(call) : null
    const status = statusOf(mood, answer)
    fake.calls.push({ path, status })
    if (status !== null) write(response, status, mood, answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const fake: FakeLine = {
    url: `http://127.0.0.1:${port}`,
    shown: (to) => shown.get(to) ?? [],
    calls: [],
    broken: [],
    mood: () => 'well',
    quota: 200,
    contents: new Map(),
    dots: [],
    issueToken: (to) => {
      const token = randomBytes(16).toString('hex')
      tokens.set(token, { to, at: clock() })
      return token
    },
    deliver: async (bot, events, secret = SECRET) => {
      const webhook = { destination: DESTINATION, events }
      fake.broken.push(...(webhookSpec?.('CallbackRequest')(webhook) ?? []))
      const body = JSON.stringify(webhook)
      const signature = createHmac('sha256', secret).update(body).digest('base64')
      const { status } = await fetch(`${bot}/webhooks/line`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-line-signature': signature },
        body,
      })
      return status
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return fake
}

function shownOf(how: Shown['how'], message: Shown['message']): Shown {
  const { items = [] } = (message.quickReply ?? {}) as {
    items?: { action: { label: string; data: string } }[]
  }
  const chips = items.map(({ action: { label, data } }) => ({ label, data }))
  return { how, text: String(message.text ?? ''), chips, message }
}

/** Null: never. */
function statusOf(mood: Mood, answer: Answer | null): number | null {
  if (mood === 'silent' || mood === 'accepts_silently') return null
  if (mood === 'accepts_and_fails') return 500
  if (typeof mood === 'object') return mood.status
  return answer?.status ?? 500
}

function write(response: ServerResponse, status: number, mood: Mood, answer: Answer | null): void {
  const { body, headers = {} } = typeof mood === 'object' ? mood : {}
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(answer?.bytes ?? body ?? JSON.stringify(answer?.body ?? {}))
}

function jsonOf(bytes: Buffer): Call['body'] {
  try {
    return JSON.parse(bytes.toString()) as Call['body']
  } catch {
    return {}
  }
}

const randomId = () => randomUUID().replace(/\D/g, '').slice(0, 18)

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
