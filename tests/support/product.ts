import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const MAIN = resolve(import.meta.dirname, '../../src/main.ts')

/** The product as an operator starts it: a process of its own, an embedded database in a folder of its own. */
export type Product = {
  readonly base: string
  /** All that it wrote, on both outputs. */
  readonly written: () => string
  readonly stop: () => Promise<void>
  /** SIGKILL: nothing is closed, nothing is said. */
  readonly kill: () => Promise<void>
}

export type ProductFolder = { readonly data: string; readonly remove: () => void }

export function productFolder(): ProductFolder {
  const data = mkdtempSync(join(tmpdir(), 'hearth-product-'))
  return { data, remove: () => rmSync(data, { recursive: true, force: true }) }
}

/** How long the first start may take here, in ms: initdb on a busy machine. */
const PATIENCE = 60_000

export async function startProduct(
  data: string,
  environment: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<Product> {
  const child = spawn(process.execPath, [MAIN, 'serve', ...args], {
    env: { ...process.env, HEARTH_DEMO: '0', ...environment, HEARTH_DATA: data, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const base = await new Promise<string>((ready, fail) => {
    const late = setTimeout(() => fail(new Error(`not ready:\n${text}`)), PATIENCE)
    const read = (chunk: Buffer) => {
      text += chunk
      const port = /chat\s+http:\/\/localhost:(\d+)\//.exec(text)?.[1]
      if (!port || !text.includes('ready ')) return
      clearTimeout(late)
      ready(`http://127.0.0.1:${port}`)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => fail(new Error(`ended with ${code}:\n${text}`)))
  })
  return {
    base,
    written: () => text,
    stop: () => ended(child, 'SIGINT'),
    kill: () => ended(child, 'SIGKILL'),
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill(signal)
  await gone
}

/** Runs one command of the product to its end. */
export async function hearth(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  input = '',
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, ...environment },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk
  })
  child.stdin.end(input)
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, out, err }
}

export type Message = {
  readonly seq: number
  readonly id: string
  readonly from: string
  readonly text: string
}

export type Chatting = {
  readonly conversation: string
  readonly token: string
  /** Sends and gives the replies; the same id may be sent again. */
  readonly say: (text: string, id?: string) => Promise<readonly Message[]>
  readonly all: () => Promise<readonly Message[]>
  readonly at: (base: string) => Chatting
}

/** A resident's plain client of the chat API. */
export async function openChat(base: string, preset?: string): Promise<Chatting> {
  const opened = await post(`${base}/api/chat/conversations`, preset ? { preset } : {})
  return client(base, String(opened.conversation), String(opened.token))
}

function client(base: string, conversation: string, token: string): Chatting {
  return {
    conversation,
    token,
    say: async (text, id = crypto.randomUUID()) => {
      const reply = await post(`${base}/api/chat/messages`, { id, text }, token)
      return reply.messages as readonly Message[]
    },
    all: async () => {
      const answer = await fetch(`${base}/api/chat/messages?after=0`, {
        headers: { authorization: `Bearer ${token}` },
      })
      return ((await answer.json()) as { messages: readonly Message[] }).messages
    },
    at: (other) => client(other, conversation, token),
  }
}

async function post(url: string, body: object, token?: string): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  })
  const json = (await answer.json()) as Record<string, unknown>
  if (!answer.ok) throw new Error(`${answer.status} ${JSON.stringify(json)}`)
  return json
}
