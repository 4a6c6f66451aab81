import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { FileBox } from 'file-box'

process.env.WECHATY_LOG ??= 'silent'
const { PuppetMock, mock } = await import('wechaty-puppet-mock')
const { PuppetServer } = await import('wechaty-puppet-service')

export const TYPE = {
  audio: 2,
  image: 6,
  text: 7,
  location: 8,
  transfer: 11,
  recalled: 13,
} as const

type Payload = Awaited<ReturnType<InstanceType<typeof PuppetMock>['messageRawPayload']>>

type Written = {
  readonly text?: string
  readonly type?: number
  readonly bytes?: Buffer
  readonly at?: number
  readonly id?: string
  readonly room?: string
}

export type Gateway = {
  readonly token: string
  readonly endpoint: string
  /** A new person; `official` is an account that is itself a machine. */
  readonly person: (official?: boolean) => string
  /** What somebody writes to us; gives the id of the message. */
  readonly write: (from: string, what: Written) => string
  /** Hands on again what it has handed on before, as gateways do after a new sign-in. */
  readonly replay: (id: string) => void
  /** What somebody, or a room, was sent by us. */
  readonly reads: (who: string) => readonly string[]
  readonly gets: (who: string) => readonly Buffer[]
  /** How the far side treats what it is sent: one failure is told, the others are silence. */
  mood: 'well' | 'fails' | 'silent' | 'accepts_silently'
  readonly signIn: () => void
  readonly signOut: () => Promise<void>
  readonly die: () => Promise<void>
  readonly rise: () => Promise<void>
}

/** A gateway as houses rent them: the real server of the protocol over TLS, with WeChat mocked behind it. */
export async function openGateway(): Promise<Gateway> {
  const token = `insecure_${randomUUID()}`
  const endpoint = `127.0.0.1:${await freePort()}`
  const mocker = new mock.Mocker()
  const texts = new Map<string, string[]>()
  const files = new Map<string, Buffer[]>()
  const written = new Map<string, object>()
  const contents = new Map<string, Buffer>()

  class Puppet extends PuppetMock {
    override async messageRawPayload(id: string) {
      return (written.get(id) ?? { id }) as Payload
    }
    override async messageFile(id: string) {
      const bytes = contents.get(id)
      if (!bytes) throw new Error('no such file')
      return FileBox.fromBase64(bytes.toString('base64'), 'file')
    }
    override async messageSendText(to: string, text: string) {
      if (gateway.mood === 'fails') throw new Error('the far side broke')
      if (gateway.mood !== 'silent') texts.set(to, [...(texts.get(to) ?? []), text])
      if (gateway.mood !== 'well') await new Promise(() => {})
    }
    override async messageSendFile(to: string, file: FileBox) {
      files.set(to, [...(files.get(to) ?? []), await file.toBuffer()])
    }
  }
  const puppet = new Puppet({ mocker })
  let server = new PuppetServer({ endpoint, token, puppet })
  await server.start()
  const me = mocker.createContact({ id: 'wxid_house', name: '暖心屋' })

  const gateway: Gateway = {
    token,
    endpoint,
    mood: 'well',
    person: (official = false) =>
      mocker.createContact({ id: `wxid_${randomUUID().slice(0, 8)}`, type: official ? 2 : 1 }).id,
    write: (
      from,
      { text = '', type = TYPE.text, bytes, at = Date.now(), id = randomUUID(), room },
    ) => {
      if (bytes) contents.set(id, bytes)
      const to = room === undefined ? { listenerId: me.id } : { roomId: room, mentionIdList: [] }
      const base = { id, talkerId: from, timestamp: Math.floor(at / 1_000), type, text }
      written.set(id, { ...base, ...to })
      puppet.emit('message', { messageId: id })
      return id
    },
    replay: (id) => void puppet.emit('message', { messageId: id }),
    reads: (who) => texts.get(who) ?? [],
    gets: (who) => files.get(who) ?? [],
    signIn: () => {
      if (!puppet.isLoggedIn) mocker.login(me)
    },
    signOut: () => puppet.logout(),
    die: () => server.stop(),
    rise: async () => {
      server = new PuppetServer({ endpoint, token, puppet })
      await server.start()
    },
  }
  return gateway
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
