/** A random UUID (RFC 9562 version 4), also where crypto.randomUUID is missing: on plain http. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'))
  hex[6] = `4${hex[6]?.[1]}`
  hex[8] = `a${hex[8]?.[1]}`
  const all = hex.join('')
  return [
    all.slice(0, 8),
    all.slice(8, 12),
    all.slice(12, 16),
    all.slice(16, 20),
    all.slice(20),
  ].join('-')
}
