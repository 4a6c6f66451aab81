import { type Pool, rowsOf } from './pool.ts'

/** One row of the conversations, updated and durable: what `hearth bench turns` compares with. */
export async function updateOpened(pool: Pool, bucket: number, id: string): Promise<void> {
  await rowsOf(pool, UPDATE, [bucket, id])
}

const UPDATE = {
  name: 'bench_update',
  text: 'update conversation set opened_at = now() where bucket = $1 and id = $2',
}
