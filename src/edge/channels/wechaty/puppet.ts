/**
 * What this house uses of a puppet service. Written down here and not taken from the library: its own
 * declarations change those of Node.js, and a house without the optional packages must compile.
 */
type Puppet = {
  readonly on: PuppetEvents
  readonly removeAllListeners: () => void
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  readonly ding: (data: string) => void
  readonly grpcManager: { readonly on: (event: 'end', call: () => void) => void }
  readonly messageSendText: (to: string, text: string) => Promise<unknown>
  readonly messageSendFile: (to: string, file: BoxedFile) => Promise<unknown>
  readonly messagePayload: (id: string) => Promise<WechatMessage>
  readonly contactPayload: (
    id: string,
  ) => Promise<{ readonly type: number; readonly name?: string }>
  readonly messageFile: (id: string) => Promise<BoxedFile>
}

type PuppetEvents = {
  (event: 'error', call: (error: unknown) => void): unknown
  (event: 'heartbeat' | 'dong' | 'logout', call: () => void): unknown
  (event: 'login', call: (account: { readonly contactId: string }) => void): unknown
  (event: 'message', call: (message: { readonly messageId: string }) => void): unknown
}

/** A file as the library hands it around. */
type BoxedFile = { readonly toStream: () => Promise<AsyncIterable<Uint8Array>> }

/** A message of WeChat as the gateway tells it. */
export type WechatMessage = {
  readonly id: string
  readonly type: number
  /** Seconds or milliseconds since 1970. */
  readonly timestamp: number
  readonly text?: string
  readonly talkerId?: string
  readonly fromId?: string
  readonly listenerId?: string
  readonly toId?: string
  readonly roomId?: string
}

/** The packages of wechaty: optional, since most houses run without them. */
export type PuppetPackages = {
  readonly PuppetService: new (options: {
    readonly token: string
    readonly endpoint: string
  }) => Puppet
  readonly FileBox: { readonly fromBuffer: (bytes: Uint8Array, name: string) => BoxedFile }
}
