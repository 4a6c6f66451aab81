import { type Pool, rowsOf } from './pool.ts'

export type StoredBundle = { readonly hash: string; readonly source: string }

/** Keeps a flow bundle for as long as anybody may stand on it: forever. Runs as hearth_turn. */
export async function keepBundle(pool: Pool, hash: string, flow: string, source: string) {
  await rowsOf(pool, KEEP, [hash, flow, source])
}

export async function readBundles(pool: Pool): Promise<readonly StoredBundle[]> {
  return rowsOf<StoredBundle>(pool, READ)
}

const KEEP = {
  name: 'bundle_keep',
  text: `insert into flow_bundle (hash, flow, source, first_seen) values ($1, $2, $3, now())
    on conflict (hash) do nothing`,
}

const READ = { name: 'bundle_read', text: 'select hash, source from flow_bundle' }
