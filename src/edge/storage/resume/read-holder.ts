import type { TalkHolder } from '../../../work/ports/resume.ts'
import { type Pool, rowOf } from '../pool.ts'
import { type KeyRing, openDataKey } from '../seal/key-ring.ts'
import { openAddress } from '../turn-seal.ts'

/** Who is written to in a conversation; null when there is none, and after an erasure. Runs as hearth_turn. */
export async function readHolder(
  pool: Pool,
  ring: KeyRing,
  conversation: string,
): Promise<TalkHolder | null> {
  const ref = { bucket: Number.parseInt(conversation.slice(0, 2), 16), id: conversation }
  const held = await rowOf<Held>(pool, HOLDER, [ref.bucket, ref.id])
  if (!held?.data_key) return null
  const key = { wrapped: held.data_key, open: openDataKey(ring, held.data_key) }
  const user = openAddress(ref, key, held.address)
  return { conversation: ref.id, channel: held.channel, account: held.account, user }
}

type Held = {
  readonly channel: string
  readonly account: string
  readonly address: Buffer
  readonly data_key: Buffer | null
}

const HOLDER = {
  name: 'resume_holder',
  text: 'select channel, account, address, data_key from conversation where bucket = $1 and id = $2',
}
