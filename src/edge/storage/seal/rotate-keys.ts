import { type Pool, rowsOf } from '../pool.ts'
import { type KeyRing, rewrap } from './key-ring.ts'

/** How many rows are read at a time; each is written alone, so that nobody waits. */
const PAGE = 500

/**
 * Wraps every data key anew with the current key and gives the count. What is sealed stays as it
 * is; it may be killed and run again. Afterwards the marks of the other keys are taken away and
 * those keys may leave the ring. Runs as hearth_turn.
 */
export async function rotateKeys(pool: Pool, ring: KeyRing): Promise<number> {
  const conversations = await rewrapTable(pool, ring, 'conversation', 'bucket')
  const households = await rewrapTable(pool, ring, 'household', 'district_id')
  await rowsOf(pool, 'delete from key_mark where id <> $1', [ring.current])
  return conversations + households
}

async function rewrapTable(
  pool: Pool,
  ring: KeyRing,
  table: 'conversation' | 'household',
  first: 'bucket' | 'district_id',
): Promise<number> {
  let count = 0
  let after: readonly unknown[] = first === 'bucket' ? [-1, NIL] : ['', NIL]
  for (;;) {
    const rows = await rowsOf<Wrapped>(
      pool,
      `select ${first} as first, id, data_key from ${table}
       where (${first}, id) > ($1, $2) and data_key is not null order by ${first}, id limit ${PAGE}`,
      after,
    )
    for (const row of rows) {
      const wrapped = rewrap(ring, row.data_key)
      if (!wrapped) continue
      // Erased meanwhile: stays erased.
      const update = `update ${table} set data_key = $3 where ${first} = $1 and id = $2 and data_key is not null`
      await rowsOf(pool, update, [row.first, row.id, wrapped])
      count++
    }
    const last = rows.at(-1)
    if (!last) return count
    after = [last.first, last.id]
  }
}

const NIL = '00000000-0000-0000-0000-000000000000'

type Wrapped = { readonly first: unknown; readonly id: string; readonly data_key: Buffer }
