import { FILE_LIMIT, RECORDING_LIMIT } from '../../../core/contract/limits.ts'
import { problem } from '../../../core/errors.ts'
import type { Instant } from '../../../core/time.ts'
import type { FileKind, KeptFile, RefusedFile } from '../../../work/ports/files.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowOf } from '../pool.ts'
import { type KeyRing, openDataKey } from '../seal/key-ring.ts'
import { cleanPicture } from './clean-picture.ts'
import { cleanRecording } from './clean-recording.ts'
import { namesOf, namesOfPromised, sealFile } from './file-key.ts'
import { kindOf } from './kind-of.ts'
import type { Shelf } from './shelf.ts'

/** Files of one conversation: ten messages full of them. More is a flood, not a request. */
const MOST = 60

export type KeepParts = {
  /** Of the role hearth_turn. */
  readonly pool: Pool
  readonly ring: KeyRing
  readonly shelf: Shelf
}

/** First the disk, then the row: what has a row can be opened. Cut off between, a sealed rest remains. */
export async function keepFile(
  { pool, ring, shelf }: KeepParts,
  conversation: string,
  bytes: Uint8Array,
  at: Instant,
  promised?: string,
): Promise<KeptFile | RefusedFile> {
  const taken = await take(bytes)
  if (typeof taken === 'string') return { status: 'refused', why: taken }
  const bucket = Number.parseInt(conversation.slice(0, 2), 16)
  const held = await rowOf<Held>(pool, HOLD, [bucket, conversation])
  if (!held?.data_key) throw problem('not_found')
  const key = openDataKey(ring, held.data_key)
  const { id, place } = promised ? namesOfPromised(key, promised) : namesOf(key, taken.clean)
  const kept: KeptFile = { status: 'kept', id, kind: taken.kind }
  if (held.places.includes(place)) return kept
  if (held.places.length >= MOST) return { status: 'refused', why: 'full' }
  await shelf.put(conversation, place, sealFile(key, conversation, id, taken.clean))
  const row = [id, place, taken.kind, taken.type, taken.clean.length, timestamp(at)]
  const inserted = await rowOf(pool, INSERT, [bucket, conversation, held.data_key, ...row])
  if (inserted) return kept
  // Erased in the meantime: nothing opens it any more.
  await shelf.remove(conversation, place)
  throw problem('not_found')
}

type Taken = { readonly kind: FileKind; readonly type: string; readonly clean: Buffer }

async function take(bytes: Uint8Array): Promise<Taken | RefusedFile['why']> {
  if (bytes.length === 0) return 'empty'
  if (bytes.length > FILE_LIMIT) return 'too_large'
  const told = kindOf(bytes)
  if (told === null) return 'kind'
  if (told === 'heic') return 'heic'
  if (told.kind === 'audio' && bytes.length > RECORDING_LIMIT) return 'too_large'
  if (told.kind !== 'image') return { ...told, clean: cleanRecording(bytes, told.type) }
  const clean = await cleanPicture(bytes)
  return clean ? { kind: 'image', type: 'image/jpeg', clean } : 'broken'
}

type Held = { readonly data_key: Buffer | null; readonly places: readonly string[] }

const HOLD = {
  name: 'file_hold',
  text: `select c.data_key, array(select f.place from file f
           where f.bucket = c.bucket and f.conversation_id = c.id) as places
         from conversation c where c.bucket = $1 and c.id = $2`,
}
/** Only while the key that sealed it is the conversation's: waits for an erasure that is under way. */
const INSERT = {
  name: 'file_keep',
  text: `with held as (
           select 1 as yes from conversation
           where bucket = $1 and id = $2 and data_key = $3 for share),
         kept as (
           insert into file (bucket, conversation_id, id, place, media, type, bytes, at)
           select $1, $2, $4, $5, $6, $7, $8, $9 from held on conflict do nothing)
         select yes from held`,
}
