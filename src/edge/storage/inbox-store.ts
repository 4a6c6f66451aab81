import type { Instant } from '../../core/time.ts'
import type { Brought, Inbox } from '../../work/ports/inbox.ts'
import type { TurnIds } from '../../work/ports/turn-ids.ts'
import { timestamp } from './column-types.ts'
import { type Pool, rowsOf } from './pool.ts'
import { type KeyRing, newDataKey, openDataKey } from './seal/key-ring.ts'
import { seal, unseal } from './seal/seal.ts'
import { together } from './together.ts'

/**
 * Waiting messages in PostgreSQL, many in one statement. Sealed by a key of this process: the conversation of a
 * first message has none yet. Runs as hearth_turn; `after` serves what nobody waits for.
 */
export function inboxStore(
  pool: Pool,
  after: Pool,
  ring: KeyRing,
  { ids, now }: { readonly ids: Pick<TurnIds, 'conversation'>; readonly now: () => Instant },
): Inbox {
  const { wrapped, key } = newDataKey(ring)
  const keyOf = ({ channel, account, user, externalId }: Brought) => {
    const { bucket, id } = ids.conversation(channel, account, user)
    return { bucket, id, channel, externalId }
  }
  const keep = together(async (all: readonly Brought[]) => {
    const at = timestamp(now())
    const keys = all.map(keyOf)
    await rowsOf(pool, KEEP, [
      ...columnsOf(keys),
      all.map((_, nth) => nth),
      all.map((brought, nth) => seal(key, placeOf(keys[nth]?.id ?? '', brought), brought)),
      at,
      wrapped,
    ])
    return all.map(() => undefined)
  })
  const forget = together(async (all: readonly Brought[]) => {
    await rowsOf(after, FORGET, columnsOf(all.map(keyOf)))
    return all.map(() => undefined)
  })
  return {
    keep,
    forget,
    before: async (at, most) => {
      const rows = await rowsOf<InboxRow>(after, BEFORE, [timestamp(at), most])
      return rows.map((row) => {
        const place = placeOf(row.conversation_id, { externalId: row.external_id })
        return unseal(openDataKey(ring, row.data_key), place, row.sealed) as Brought
      })
    },
  }
}

type InboxKey = {
  readonly bucket: number
  readonly id: string
  readonly channel: string
  readonly externalId: string
}

function columnsOf(keys: readonly InboxKey[]): readonly (readonly unknown[])[] {
  return [
    keys.map(({ bucket }) => bucket),
    keys.map(({ id }) => id),
    keys.map(({ channel }) => channel),
    keys.map(({ externalId }) => externalId),
  ]
}

function placeOf(conversation: string, { externalId }: Pick<Brought, 'externalId'>) {
  return { table: 'inbox', column: 'sealed', row: `${conversation}/${externalId}` }
}

type InboxRow = {
  readonly conversation_id: string
  readonly external_id: string
  readonly data_key: Buffer
  readonly sealed: Buffer
}

/** Nothing here waits for a row of another: what is there already is passed over. */
const KEEP = {
  name: 'inbox_keep',
  text: `insert into inbox (bucket, conversation_id, channel, external_id, nth, sealed, at, data_key)
         select each.*, $7::timestamptz, $8::bytea
         from unnest($1::smallint[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::bytea[]) as each
         order by 2, 4
         on conflict do nothing`,
}
/** What a crash brings back is fed in again, and is known. */
const FORGET = {
  name: 'inbox_forget',
  text: `with gone as materialized (
           select i.bucket, i.conversation_id, i.channel, i.external_id
           from unnest($1::smallint[], $2::uuid[], $3::text[], $4::text[]) as each(bucket, id, channel, external)
           join inbox i on i.bucket = each.bucket and i.conversation_id = each.id
             and i.channel = each.channel and i.external_id = each.external
           for update of i skip locked)
         delete from inbox using gone
         where inbox.bucket = gone.bucket and inbox.conversation_id = gone.conversation_id
           and inbox.channel = gone.channel and inbox.external_id = gone.external_id
           and set_config('synchronous_commit', 'off', true) = 'off'`,
}
const BEFORE = {
  name: 'inbox_before',
  text: `select conversation_id, external_id, data_key, sealed from inbox
         where at < $1 order by at, nth limit $2`,
}
