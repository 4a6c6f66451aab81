import type {
  StandingQuery,
  StandingTalk,
  StandingTalks,
} from '../../../work/ports/standing-talks.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowsOf } from '../pool.ts'
import { type KeyRing, openDataKey } from '../seal/key-ring.ts'
import { openContent } from '../turn-seal.ts'

/** Buckets of one look: a million talks are then four thousand look-ups each, some 20 ms. */
const STRIDE = 16
const BUCKETS = 256

/** Reads the last turns of conversations. Runs as hearth_turn, beside the taking in. */
export function standingTalks(pool: Pool, ring: KeyRing): StandingTalks {
  return {
    async *slices(query) {
      for (let from = 0; from < BUCKETS; from += STRIDE)
        yield await sliceOf(pool, ring, query, from)
    },
  }
}

async function sliceOf(
  pool: Pool,
  ring: KeyRing,
  { since, bundles, perBucket }: StandingQuery,
  from: number,
): Promise<readonly StandingTalk[]> {
  const values = [from, from + STRIDE - 1, timestamp(since), bundles, perBucket]
  const rows = await rowsOf<Row>(pool, STANDING, values)
  return rows.flatMap(({ bucket, id, seq, at, sealed, data_key }) => {
    const key = { wrapped: data_key, open: openDataKey(ring, data_key) }
    const content = openContent({ bucket, id }, seq, sealed, key)
    if (!content?.talk || content.notes.movedTo !== undefined) return []
    return [{ talk: content.talk, at }]
  })
}

type Row = {
  readonly bucket: number
  readonly id: string
  readonly seq: number
  readonly at: number
  readonly sealed: Buffer | null
  readonly data_key: Buffer
}

const STANDING = {
  name: 'studio_standing',
  text: `select c.bucket, c.id, c.data_key, last.seq, last.at, last.sealed
    from generate_series($1::int, $2::int) as b(bucket)
    cross join lateral (
      select bucket, id, data_key from conversation
      where bucket = b.bucket and data_key is not null
      order by opened_at desc limit $5
    ) c
    cross join lateral (
      select seq, at, sealed, bundle from turn t
      where t.bucket = c.bucket and t.conversation_id = c.id
      order by seq desc limit 1
    ) last
    where last.at >= $3 and ($4::text[] is null or last.bundle = any($4))`,
}
