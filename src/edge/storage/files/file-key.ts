import { createHmac } from 'node:crypto'
import { columnKey, type DataKey } from '../seal/key-ring.ts'
import { seal, unseal } from '../seal/seal.ts'

/** Names of a file: `place` on disk, `id` for clients. */
export type FileNames = { readonly place: string; readonly id: string }

/**
 * From HMAC-SHA256 of the content under a key of its conversation: the same picture has one name
 * there and another one elsewhere, so nobody learns from names who sent the same.
 */
export function namesOf(key: DataKey, bytes: Uint8Array): FileNames {
  const hash = createHmac('sha256', columnKey(key, 'file', 'place'))
    .update(bytes)
    .digest()
  return { place: hash.toString('hex'), id: uuidOf(hash) }
}

/** Of a file whose id was given out before its bytes were there: it lies under a name made of the id. */
export function namesOfPromised(key: DataKey, id: string): FileNames {
  const hash = createHmac('sha256', columnKey(key, 'file', 'place'))
    .update(`id/${id}`)
    .digest('hex')
  return { place: hash, id }
}

export function sealFile(key: DataKey, conversation: string, id: string, bytes: Buffer): Buffer {
  return seal(key, placeOf(conversation, id), bytes)
}

export function openFile(key: DataKey, conversation: string, id: string, sealed: Buffer): Buffer {
  return unseal(key, placeOf(conversation, id), sealed) as Buffer
}

const placeOf = (conversation: string, id: string) => ({
  table: 'file',
  column: 'bytes',
  row: `${conversation}/${id}`,
})

/** The first 16 bytes as a UUID of RFC 9562, version 8. */
function uuidOf(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
