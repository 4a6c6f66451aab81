import { createHash, timingSafeEqual } from 'node:crypto'

/** How WeChat and WeCom sign a callback: SHA-1 over the sorted parts put together, in hex. */
export function signatureOf(parts: readonly string[]): string {
  // Sorted by code units, as the platforms' own samples do.
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')
}

/** Compared in constant time; a missing signature is a wrong one. */
export function isSigned(given: string | undefined, parts: readonly string[]): boolean {
  const right = Buffer.from(signatureOf(parts))
  const theirs = Buffer.from(given ?? '')
  return right.length === theirs.length && timingSafeEqual(right, theirs)
}
