import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto'
import { problem } from '../../../core/errors.ts'
import { columnKey, type DataKey } from './key-ring.ts'

/** The place a sealed value belongs to; it opens nowhere else. */
export type Where = {
  readonly table: string
  readonly column: string
  /** The row's key as text, `310105/<id>`. */
  readonly row: string
}

/**
 * Seals a JSON value or bytes with AES-256-GCM. Table, row, column and version are bound to it, so
 * that a value swapped between rows is refused. Padded to 64 bytes: a short name and a long one,
 * yes and no, look the same from outside.
 */
export function seal(key: DataKey, where: Where, value: unknown): Buffer {
  const plain = padded(value)
  const iv = nextIv()
  const cipher = createCipheriv('aes-256-gcm', columnKey(key, where.table, where.column), iv)
  cipher.setAAD(boundTo(where))
  const body = cipher.update(plain)
  cipher.final()
  return Buffer.concat([HEADER, iv, cipher.getAuthTag(), body])
}

/** Opens what `seal` made, for the same place; throws seal_broken for anything else. */
export function unseal(key: DataKey, where: Where, sealed: Buffer): unknown {
  if (sealed[0] !== VERSION || sealed.length < BODY) throw broken(where)
  const iv = sealed.subarray(1, 1 + IV)
  const decipher = createDecipheriv('aes-256-gcm', columnKey(key, where.table, where.column), iv)
  decipher.setAAD(boundTo(where))
  decipher.setAuthTag(sealed.subarray(1 + IV, BODY))
  const plain = decipher.update(sealed.subarray(BODY))
  try {
    decipher.final()
  } catch (cause) {
    throw broken(where, cause)
  }
  const end = plain.lastIndexOf(END)
  const body = plain.subarray(1, end)
  return plain[0] === BYTES ? body : JSON.parse(body.toString('utf8'))
}

const VERSION = 1
const HEADER = Buffer.from([VERSION])
const IV = 12
const TAG = 16
const BODY = 1 + IV + TAG
const BLOCK = 64
const JSON_TEXT = 0
const BYTES = 1
/** ISO/IEC 7816-4 padding: one 0x80, then zeros. */
const END = 0x80

function padded(value: unknown): Buffer {
  const isBytes = Buffer.isBuffer(value)
  const text = isBytes ? '' : JSON.stringify(value ?? null)
  const length = isBytes ? value.length : Buffer.byteLength(text)
  const plain = Buffer.alloc(Math.ceil((length + 2) / BLOCK) * BLOCK)
  plain[0] = isBytes ? BYTES : JSON_TEXT
  if (isBytes) value.copy(plain, 1)
  else plain.write(text, 1)
  plain[length + 1] = END
  return plain
}

function boundTo({ table, row, column }: Where): Buffer {
  return Buffer.from(`${table}/${row}/${column}/v1`)
}

/** Random bytes are fetched for many at once: one system call each would be half of the cost. */
const pool = Buffer.alloc(IV * 512)
let used = pool.length

function nextIv(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += IV
  return pool.subarray(used - IV, used)
}

function broken(where: Where, cause?: unknown) {
  return problem('seal_broken', { table: where.table, column: where.column }, cause)
}
