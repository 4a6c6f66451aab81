import { createHash, randomBytes } from 'node:crypto'
import type { CLIENT_CHANNELS } from '../../../core/contract/chat.ts'

export type ClientChannel = (typeof CLIENT_CHANNELS)[number]

/** Who holds a conversation, as the turn engine names people. */
export type Holder = {
  readonly channel: ClientChannel
  readonly account: string
  readonly user: string
}

/** Clients of our own have one account. */
const ACCOUNT = 'hearth'

/** 32 random bytes are 43 characters of base64url. */
const TOKEN = /^(?:(terminal)\.)?[A-Za-z0-9_-]{43}$/

export function newToken(channel: ClientChannel): string {
  const random = randomBytes(32).toString('base64url')
  return channel === 'web' ? random : `${channel}.${random}`
}

/**
 * The person is the token's SHA-256, so nothing needs to be stored to know a token again, and what is
 * stored does not tell the token. Null = this was never a token of ours.
 */
export function holderOf(token: string): Holder | null {
  const found = TOKEN.exec(token)
  if (!found) return null
  const channel: ClientChannel = found[1] === 'terminal' ? 'terminal' : 'web'
  const user = createHash('sha256').update(token).digest('base64url')
  return { channel, account: ACCOUNT, user }
}
