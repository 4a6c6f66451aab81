import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { problem } from '../../../core/errors.ts'

/** The keys of the house: key-encrypting keys by id, and the key of the blind index. */
export type KeyRing = {
  /** Id of the key that wraps new data keys. */
  readonly current: string
  /** 32 bytes each. Old ones stay as long as something is wrapped by them. */
  readonly keys: ReadonlyMap<string, Buffer>
  /** 32 bytes; never stored in the database, because phone numbers are easily guessed. */
  readonly index: Buffer
}

/**
 * The key of one conversation or household, with the keys of its columns as they are derived. As key objects:
 * a cipher is made three times as fast as from bytes (7 µs against 23, measured).
 */
export type DataKey = { readonly raw: Buffer; readonly columns: Map<string, KeyObject> }

/** A random data key, open and wrapped. Destroying the wrapped one erases all that it sealed. */
export function newDataKey(ring: KeyRing): { readonly wrapped: Buffer; readonly key: DataKey } {
  const raw = randomBytes(32)
  return { wrapped: wrap(ring, raw), key: { raw, columns: new Map() } }
}

/** Opens a wrapped data key; throws key_missing for an unknown key id, seal_broken when altered. */
export function openDataKey(ring: KeyRing, wrapped: Buffer): DataKey {
  const id = keyIdOf(wrapped)
  const kek = ring.keys.get(id)
  if (!kek) throw problem('key_missing', { key: id })
  const at = HEAD + id.length
  const decipher = createDecipheriv('aes-256-gcm', kek, wrapped.subarray(at, at + IV))
  decipher.setAAD(wrapped.subarray(0, at))
  decipher.setAuthTag(wrapped.subarray(-TAG))
  try {
    const raw = Buffer.concat([decipher.update(wrapped.subarray(at + IV, -TAG)), decipher.final()])
    return { raw, columns: new Map() }
  } catch (cause) {
    throw problem('seal_broken', { key: id }, cause)
  }
}

/** The same data key wrapped by the current key; null when it is already. */
export function rewrap(ring: KeyRing, wrapped: Buffer): Buffer | null {
  if (keyIdOf(wrapped) === ring.current) return null
  return wrap(ring, openDataKey(ring, wrapped).raw)
}

/** Id of the key that wrapped a data key. */
function keyIdOf(wrapped: Buffer): string {
  const length = wrapped[1] ?? 0
  if (wrapped[0] !== VERSION || wrapped.length !== HEAD + length + IV + 32 + TAG) {
    throw problem('seal_broken', { why: 'not a wrapped key' })
  }
  return wrapped.toString('latin1', HEAD, HEAD + length)
}

/** The key of one column (RFC 5869), so that a value moved to another column does not open. */
export function columnKey(key: DataKey, table: string, column: string): KeyObject {
  const info = `${table}/${column}/v1`
  const known = key.columns.get(info)
  if (known) return known
  const derived = createSecretKey(Buffer.from(hkdfSync('sha256', key.raw, '', info, 32)))
  key.columns.set(info, derived)
  return derived
}

/**
 * What a value is looked up by without being stored: HMAC-SHA256 cut to 16 bytes. The caller
 * normalises first (digits only for a phone number).
 */
export function blindIndex(ring: KeyRing, value: string): Buffer {
  return createHmac('sha256', ring.index).update(value).digest().subarray(0, 16)
}

const VERSION = 1
const HEAD = 2
const IV = 12
const TAG = 16

/** version · length of the id · id · iv · key · tag */
function wrap(ring: KeyRing, raw: Buffer): Buffer {
  const kek = ring.keys.get(ring.current)
  if (!kek) throw problem('key_missing', { key: ring.current })
  const id = Buffer.from(ring.current, 'latin1')
  const head = Buffer.concat([Buffer.from([VERSION, id.length]), id])
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', kek, iv)
  cipher.setAAD(head)
  return Buffer.concat([head, iv, cipher.update(raw), cipher.final(), cipher.getAuthTag()])
}
