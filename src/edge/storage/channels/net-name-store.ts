import { DAY, type Instant, SECOND } from '../../../core/time.ts'
import type { NetNameOf } from '../../../work/ports/net-names.ts'
import type { Recipient } from '../../../work/ports/turns.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowOf, rowsOf } from '../pool.ts'
import { readHolder } from '../resume/read-holder.ts'
import { type KeyRing, openDataKey } from '../seal/key-ring.ts'
import { seal, unseal } from '../seal/seal.ts'

type NetNameParts = {
  /** Of the role hearth_turn. */
  readonly pool: Pool
  readonly ring: KeyRing
  /** Never throws. */
  readonly ask: (of: Recipient) => Promise<string | null>
  readonly now: () => Instant
}

/** People change such names. */
const GOOD_FOR = 30 * DAY
/** An adviser who opens a case does not wait longer; the next time it is there. */
const PATIENCE = 1 * SECOND
const LONGEST = 40

/** Asked of the platform when somebody looks, and kept sealed by the key of the conversation. */
export function netNameStore({ pool, ring, ask, now }: NetNameParts): NetNameOf {
  const keep = async (conversation: string, kept: Kept): Promise<string | null> => {
    const holder = await readHolder(pool, ring, conversation)
    const name = holder && cleaned(await ask(holder))
    const sealed = seal(openDataKey(ring, kept.data_key), placeOf(conversation), name)
    await rowsOf(pool, KEEP, [...keyOf(conversation), sealed, timestamp(now())])
    return name
  }
  return async (conversation) => {
    const kept = await rowOf<Kept>(pool, READ, keyOf(conversation))
    if (!kept) return null
    const known = nameIn(ring, conversation, kept)
    if (kept.at !== null && now() - kept.at < GOOD_FOR) return known
    const asking = keep(conversation, kept).catch(() => known)
    return Promise.race([asking, late(known)])
  }
}

type Kept = {
  readonly data_key: Buffer
  readonly sealed: Buffer | null
  readonly at: Instant | null
}

function nameIn(ring: KeyRing, conversation: string, { data_key: key, sealed }: Kept) {
  if (sealed === null) return null
  const name = unseal(openDataKey(ring, key), placeOf(conversation), sealed)
  return typeof name === 'string' ? name : null
}

/** Anybody may call himself anything: one short line of it. */
function cleaned(name: string | null): string | null {
  const line = (name ?? '').replace(/[\p{C}\s]+/gu, ' ').trim()
  return line === '' ? null : [...line].slice(0, LONGEST).join('')
}

function late(known: string | null): Promise<string | null> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE, known).unref())
}

const keyOf = (conversation: string) => [
  Number.parseInt(conversation.slice(0, 2), 16),
  conversation,
]

function placeOf(conversation: string) {
  return { table: 'net_name', column: 'sealed', row: conversation }
}

const READ = {
  name: 'net_name_read',
  text: `select c.data_key, n.sealed, n.at from conversation c
         left join net_name n on n.bucket = c.bucket and n.conversation_id = c.id
         where c.bucket = $1 and c.id = $2 and c.data_key is not null`,
}
const KEEP = {
  name: 'net_name_keep',
  text: `insert into net_name (bucket, conversation_id, sealed, at) values ($1, $2, $3, $4)
         on conflict (bucket, conversation_id) do update set sealed = excluded.sealed, at = excluded.at`,
}
