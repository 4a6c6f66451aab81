import { createCipheriv, createDecipheriv, timingSafeEqual } from 'node:crypto'

/**
 * The sealed envelope of WeChat's safe mode (安全模式) and of WeCom: AES-256-CBC, the first 16 bytes of the
 * key as IV; inside 16 random bytes, the length (4 bytes, big-endian), the text, the receiver; padded as
 * PKCS#7 with blocks of 32.
 */
export type EnvelopeKey = { readonly key: Buffer; readonly receiver: string }

/** `aesKey`: EncodingAESKey, 43 characters. `receiver`: AppID or corp id. */
export function envelopeKey(aesKey: string, receiver: string): EnvelopeKey {
  return { key: Buffer.from(`${aesKey}=`, 'base64'), receiver }
}

/** The text inside; null for anything that was not sealed by this key for this receiver. Never throws. */
export function openEnvelope({ key, receiver }: EnvelopeKey, sealed: string): Buffer | null {
  const bytes = decodeBase64(sealed)
  if (bytes === null || bytes.length === 0 || bytes.length % 16 !== 0) return null
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16))
  decipher.setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()])
  const plain = withoutPadding(padded)
  if (plain === null || plain.length < HEAD) return null
  const end = HEAD + plain.readUInt32BE(RANDOM)
  if (end > plain.length) return null
  const theirs = plain.subarray(end)
  const ours = Buffer.from(receiver)
  const isOurs = theirs.length === ours.length && timingSafeEqual(theirs, ours)
  return isOurs ? plain.subarray(HEAD, end) : null
}

/** `random`: 16 bytes, fresh for each envelope. */
export function sealEnvelope(
  { key, receiver }: EnvelopeKey,
  text: string,
  random: Uint8Array,
): string {
  const body = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const plain = Buffer.concat([random, length, body, Buffer.from(receiver)])
  const pad = BLOCK - (plain.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16))
  cipher.setAutoPadding(false)
  const parts = [cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]
  return Buffer.concat(parts).toString('base64')
}

const RANDOM = 16
const HEAD = RANDOM + 4
const BLOCK = 32

function decodeBase64(text: string): Buffer | null {
  const bare = text.replace(/\s/g, '')
  return /^[A-Za-z0-9+/]*={0,2}$/.test(bare) ? Buffer.from(bare, 'base64') : null
}

/** Every byte of the padding is checked: a library that is lax here accepts forged ends. */
function withoutPadding(padded: Buffer): Buffer | null {
  const pad = padded.at(-1) ?? 0
  if (pad < 1 || pad > BLOCK || pad > padded.length) return null
  const end = padded.length - pad
  return padded.subarray(end).every((byte) => byte === pad) ? padded.subarray(0, end) : null
}
