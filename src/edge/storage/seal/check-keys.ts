import { problem } from '../../../core/errors.ts'
import { type Pool, rowsOf } from '../pool.ts'
import { type KeyRing, newDataKey, openDataKey } from './key-ring.ts'

/**
 * Before anything is served: every key that ever wrapped something in this database must be in the
 * ring and be the same key. Each key leaves one mark, so the check does not read the rows. Throws
 * key_missing for an absent key and seal_broken for another key under a known id.
 */
export async function checkKeys(pool: Pool, ring: KeyRing): Promise<void> {
  const marks = await rowsOf<Mark>(pool, 'select id, proof from key_mark')
  for (const { id, proof } of marks) {
    if (!ring.keys.has(id)) throw problem('key_missing', { key: id })
    openDataKey(ring, proof)
  }
}

/** Leaves the mark of the current key, before it wraps anything. */
export async function markKey(pool: Pool, ring: KeyRing): Promise<void> {
  await rowsOf(
    pool,
    'insert into key_mark (id, proof, first_used) values ($1, $2, now()) on conflict do nothing',
    [ring.current, newDataKey(ring).wrapped],
  )
}

type Mark = { readonly id: string; readonly proof: Buffer }
