/**
 * 128 bits of a text as 32 hex digits: four rounds of FNV-1a with a last mixing (murmur3's finaliser). Spreads
 * evenly; it keeps no secret.
 */
export function hashOf(text: string): string {
  return [0x811c9dc5, 0x1b873593, 0x9e3779b9, 0x85ebca6b]
    .map((start) => round(text, start))
    .join('')
}

/** A UUID (version 8: made as one pleases, RFC 9562) that is the same for the same text. */
export function uuidOf(text: string): string {
  const hex = hashOf(text)
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  const whole = `${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17)}`
  return whole.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function round(text: string, start: number): string {
  let hash = start
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0')
}
