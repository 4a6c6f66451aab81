import { createHash } from 'node:crypto'
import type { Instant } from '../../../core/time.ts'
import type { Cursors } from '../../../work/ports/cursors.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowsOf } from '../pool.ts'

/** How far accounts have been read, in PostgreSQL. Runs as hearth_turn. */
export function cursorStore(pool: Pool): Cursors {
  return {
    read: async (channel, account, since) => {
      const key = [bucketOf(channel, account), channel, account]
      await rowsOf(pool, MAKE, [...key, timestamp(since)])
      const [row] = await rowsOf<CursorRow>(pool, READ, key)
      return { cursor: row?.cursor ?? '', since: row?.since ?? since }
    },
    keep: async (channel, account, cursor) => {
      await rowsOf(pool, KEEP, [bucketOf(channel, account), channel, account, cursor])
    },
    accounts: async (channel) => {
      const rows = await rowsOf<{ account: string }>(pool, ACCOUNTS, [channel])
      return rows.map(({ account }) => account)
    },
  }
}

function bucketOf(channel: string, account: string): number {
  return (
    createHash('sha256')
      .update(JSON.stringify([channel, account]))
      .digest()[0] ?? 0
  )
}

type CursorRow = { readonly cursor: string; readonly since: Instant }

const MAKE = {
  name: 'cursor_make',
  text: `insert into channel_cursor (bucket, channel, account, cursor, since)
         values ($1, $2, $3, '', $4) on conflict do nothing`,
}
const READ = {
  name: 'cursor_read',
  text: `select cursor, since from channel_cursor
         where bucket = $1 and channel = $2 and account = $3`,
}
const KEEP = {
  name: 'cursor_keep',
  text: `update channel_cursor set cursor = $4
         where bucket = $1 and channel = $2 and account = $3`,
}
const ACCOUNTS = {
  name: 'cursor_accounts',
  text: 'select account from channel_cursor where channel = $1 order by account',
}
