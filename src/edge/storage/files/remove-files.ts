import { type Pool, rowsOf } from '../pool.ts'
import type { Shelf } from './shelf.ts'

/** First the rows, so that nobody opens what is about to go; then the bytes. */
export async function removeFiles(
  { pool, shelf }: { readonly pool: Pool; readonly shelf: Shelf },
  conversation: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const bucket = Number.parseInt(conversation.slice(0, 2), 16)
  const gone = await rowsOf<{ place: string }>(pool, REMOVE, [bucket, conversation, ids])
  await Promise.all(gone.map(({ place }) => shelf.remove(conversation, place)))
}

const REMOVE = {
  name: 'file_remove',
  text: `delete from file where bucket = $1 and conversation_id = $2 and id = any($3::uuid[])
         returning place`,
}
