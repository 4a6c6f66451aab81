import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { SECOND } from '../../../core/time.ts'
import type { PuppetPackages, WechatMessage } from './puppet.ts'
import { whyOf } from './why-of.ts'

/** One connection to the gateway, from opening to the first sign that it is gone. */
export type Connection = {
  /** WeChat id of our account; null while nobody is signed in on the gateway. */
  readonly account: () => string | null
  readonly sendText: (to: string, text: string) => Promise<void>
  readonly sendFile: (to: string, file: { type: string; bytes: Uint8Array }) => Promise<void>
  readonly readMessage: (id: string) => Promise<WechatMessage>
  /** 2 is an official account, which must never be talked with: two machines would not stop. */
  readonly kindOf: (user: string) => Promise<number>
  /** Empty where the gateway does not tell. */
  readonly nameOf: (user: string) => Promise<string>
  readonly fetchFile: (message: string) => Promise<Uint8Array>
  /** Resolves when it has to be opened anew, with a code. */
  readonly lost: Promise<string>
  readonly lose: (why: string) => void
  readonly close: () => Promise<void>
}

export type ConnectionOptions = {
  readonly packages: PuppetPackages
  readonly token: string
  /** host:port. Without it the library would ask a server of its makers, with the token. */
  readonly endpoint: string
  readonly onMessage: (id: string) => void
  readonly onAccount: (account: string | null) => void
  /** Between two questions whether the gateway is still there; for tests. */
  readonly probeEvery?: number
}

/** A failed start ends by itself after 5 s (measured). */
const START = 15 * SECOND
const STOP = 5 * SECOND
const PROBE = 15 * SECOND

/**
 * Opens a connection. The library neither notices that its stream is gone nor opens another one
 * (measured: it says "signed in" for a minute to a dead gateway), so it is asked all the time and closed
 * at the first error. Rejects when the gateway is not there.
 */
export async function openConnection(options: ConnectionOptions): Promise<Connection> {
  const { packages, token, endpoint, onMessage, onAccount, probeEvery = PROBE } = options
  const puppet = new packages.PuppetService({ token, endpoint })
  keepNothing(puppet)
  let account: string | null = null
  let heardAt = Date.now()
  let lose: (why: string) => void = () => {}
  const lost = new Promise<string>((resolve) => {
    lose = resolve
  })
  const probing = new AbortController()
  puppet.on('error', (error: unknown) => {
    const why = whyOf(error)
    if (why !== 'other') lose(why)
  })
  puppet.on('heartbeat', () => {
    heardAt = Date.now()
  })
  puppet.on('dong', () => {
    heardAt = Date.now()
  })
  puppet.on('login', ({ contactId }) => {
    account = contactId
    onAccount(account)
  })
  puppet.on('logout', () => {
    account = null
    onAccount(account)
  })
  puppet.on('message', ({ messageId }) => onMessage(messageId))

  const probe = async () => {
    while (!probing.signal.aborted) {
      await sleep(probeEvery, undefined, { signal: probing.signal, ref: false })
      if (Date.now() - heardAt > 2 * probeEvery) return lose('silent')
      puppet.ding('hearth')
    }
  }

  const close = async () => {
    probing.abort()
    // What it still says after this is nobody's business: an unheard error would end the process.
    puppet.removeAllListeners()
    puppet.on('error', () => {})
    await within(STOP, puppet.stop()).catch(() => {})
  }

  try {
    await within(START, Promise.race([puppet.start(), lost.then(fail)]))
    puppet.grpcManager.on('end', () => lose('away'))
  } catch (error) {
    await close()
    throw error
  }
  void probe().catch(() => {})
  return {
    account: () => account,
    sendText: async (to, text) => void (await puppet.messageSendText(to, text)),
    sendFile: async (to, { type, bytes }) => {
      const name = `file.${type.split('/')[1]?.replace('jpeg', 'jpg') ?? 'bin'}`
      await puppet.messageSendFile(to, packages.FileBox.fromBuffer(Buffer.from(bytes), name))
    },
    readMessage: (id) => puppet.messagePayload(id),
    kindOf: async (user) => (await puppet.contactPayload(user)).type,
    nameOf: async (user) => (await puppet.contactPayload(user)).name ?? '',
    fetchFile: async (message) => buffer(await (await puppet.messageFile(message)).toStream()),
    lost,
    lose,
    close,
  }
}

/**
 * The library keeps the contact cards of everybody in plain files under the home folder. Without a
 * started store it works as well, and keeps nothing.
 */
function keepNothing(puppet: object): void {
  const { _payloadStore: store } = puppet as { _payloadStore?: { start?: () => Promise<void> } }
  if (store) store.start = async () => {}
}

/** Rejects after so many ms; what was begun goes on unheard. */
export async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  const over = new AbortController()
  const late = sleep(ms, undefined, { signal: over.signal, ref: false }).then(() => fail('timeout'))
  late.catch(() => {})
  work.catch(() => {})
  try {
    return await Promise.race([work, late])
  } finally {
    over.abort()
  }
}

function fail(why: string): never {
  throw new Error(why)
}
