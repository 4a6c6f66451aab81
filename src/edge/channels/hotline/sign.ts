import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Instant, MINUTE } from '../../../core/time.ts'

/** Unix seconds when the call was made. */
export const TIMESTAMP = 'x-hearth-timestamp'
/** `sha256=` and the hex of HMAC-SHA256 over `<timestamp>.<body>` with the shared secret. */
export const SIGNATURE = 'x-hearth-signature'

/** Clocks of two offices differ; an older call may be one that somebody kept. */
const SKEW = 5 * MINUTE

/** Both ways are signed alike: orders that come in, and what their senders are told. */
export function signatureOf(secret: string, timestamp: string, body: Uint8Array | string): string {
  const hmac = createHmac('sha256', secret).update(`${timestamp}.`).update(body)
  return `sha256=${hmac.digest('hex')}`
}

type Headers = Readonly<Record<string, string | undefined>>

/** Missing or odd headers are an answer, not an error. */
export function isSigned(
  secret: string,
  headers: Headers,
  body: Uint8Array,
  now: Instant,
): 'signed' | 'unsigned' | 'too_old' {
  const timestamp = headers[TIMESTAMP] ?? ''
  if (!/^\d{10}$/.test(timestamp)) return 'unsigned'
  const given = Buffer.from(headers[SIGNATURE] ?? '')
  const right = Buffer.from(signatureOf(secret, timestamp, body))
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'unsigned'
  return Math.abs(now - Number(timestamp) * 1_000) <= SKEW ? 'signed' : 'too_old'
}
