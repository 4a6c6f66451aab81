import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Whether LINE signed these bytes: base64 of HMAC-SHA256 over the untouched body with the channel
 * secret (developers.line.biz, Verify webhook signature). Several secrets: while one is changed,
 * webhooks signed with the old one still arrive. A missing or odd header is an answer, not an error.
 */
export function isSigned(
  body: Uint8Array,
  secrets: readonly string[],
  signature: string | undefined,
): boolean {
  if (!signature) return false
  const given = Buffer.from(signature)
  const fits = secrets.map((secret) => {
    const right = Buffer.from(createHmac('sha256', secret).update(body).digest('base64'))
    return given.length === right.length && timingSafeEqual(given, right)
  })
  return fits.includes(true)
}
