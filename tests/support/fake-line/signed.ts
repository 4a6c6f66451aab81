import { createHmac } from 'node:crypto'
import type { Webhook } from '../../../src/work/ports/channel.ts'
import { DESTINATION, SECRET } from './open-fake-line.ts'

/** A webhook as it reaches the adapter; `secret` and `body` for those that are not right. */
export function signed(events: readonly object[], secret = SECRET): Webhook {
  return signedBody(JSON.stringify({ destination: DESTINATION, events }), secret)
}

export function signedBody(body: string, secret = SECRET): Webhook {
  const signature = createHmac('sha256', secret).update(body).digest('base64')
  return { query: {}, headers: { 'x-line-signature': signature }, body: Buffer.from(body) }
}
