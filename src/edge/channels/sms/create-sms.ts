import { createHmac } from 'node:crypto'
import type { Instant } from '../../../core/time.ts'
import type { Health } from '../../../work/ports/channel.ts'
import type { Sent } from '../../../work/ports/sender.ts'
import type { Sms } from '../../../work/ports/sms.ts'

export type SmsConfig = {
  /** SMS_API_URL. */
  readonly url: string
  /** SMS_API_SECRET. */
  readonly secret: string
  readonly now: () => Instant
}

/** Longest wait for the gateway in ms: every sending ends within 5 s. */
const PATIENCE = 4_000

/**
 * Text messages through a gateway of the operator's choice, over one plain POST of JSON `{to, text}`:
 * `Idempotency-Key` makes a repeated one harmless, `X-Hearth-Signature` is the HMAC-SHA256 in hex of
 * `<X-Hearth-Timestamp>.<body>` under the shared secret. 2xx = taken, 409 = taken before.
 */
export function createSms({
  url,
  secret,
  now,
}: SmsConfig): Sms & { readonly health: () => Health } {
  let health: Health = { ok: true, since: now() }
  const saw = (sent: Sent): Sent => {
    const ok = sent.status === 'sent' || (sent.status === 'undeliverable' && sent.why === 'invalid')
    const why = 'why' in sent && sent.why !== undefined && !ok ? { why: sent.why } : {}
    if (ok !== health.ok) health = { ok, since: now(), ...why }
    return sent
  }
  return {
    health: () => health,
    send: async ({ to, text, key }) => {
      const body = JSON.stringify({ to, text })
      const timestamp = String(Math.floor(now() / 1_000))
      const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'idempotency-key': key,
        'x-hearth-timestamp': timestamp,
        'x-hearth-signature': signature,
      }
      const signal = AbortSignal.timeout(PATIENCE)
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers,
          body,
          signal,
          redirect: 'error',
        })
        void answer.body?.cancel().catch(() => {})
        return saw(outcomeOf(answer.status, answer.headers.get('retry-after')))
      } catch (error) {
        // With the same key a second try is harmless, whether or not the first arrived.
        const late = error instanceof Error && error.name === 'TimeoutError'
        return saw({ status: 'retry', why: late ? 'timeout' : 'down' })
      }
    },
  }
}

function outcomeOf(status: number, retryAfter: string | null): Sent {
  if (status < 300 || status === 409) return { status: 'sent' }
  if (status === 401 || status === 403) return { status: 'retry', why: 'credentials' }
  if (status === 429) {
    const seconds = Number(retryAfter)
    const after = seconds > 0 && seconds < 86_400 ? { after: seconds * 1_000 } : {}
    return { status: 'retry', why: 'rate', ...after }
  }
  if (status >= 500) return { status: 'retry', why: 'down' }
  return { status: 'undeliverable', why: 'invalid' }
}
