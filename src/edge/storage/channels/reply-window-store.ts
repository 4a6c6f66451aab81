import { HOUR, type Instant } from '../../../core/time.ts'
import type { ReplyWindows, WindowKind } from '../../../work/ports/reply-windows.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowOf, rowsOf } from '../pool.ts'

/** Windows in PostgreSQL: one statement each. Runs as hearth_turn. */
export function replyWindowStore(pool: Pool): ReplyWindows {
  const keyOf = (conversation: string) => [bucketOf(conversation), conversation]
  return {
    open: async (conversation, { kind, id, at, until, messages }) => {
      const times = [timestamp(at), timestamp(until)]
      await rowsOf(pool, OPEN, [...keyOf(conversation), kind, ...times, messages, id])
    },
    take: async (conversation, now, keep) => {
      const values = [...keyOf(conversation), timestamp(now), keep]
      const row = await rowOf<{ kind: WindowKind }>(pool, TAKE, values)
      return row?.kind ?? null
    },
    giveBack: async (conversation, kind) => {
      await rowsOf(pool, GIVE_BACK, [...keyOf(conversation), kind])
    },
    close: async (conversation) => {
      await rowsOf(pool, CLOSE, keyOf(conversation))
    },
    left: async (conversation, now) => {
      const row = await rowOf<Left>(pool, LEFT, [...keyOf(conversation), timestamp(now)])
      return row && row.messages > 0 ? { messages: row.messages, until: row.until } : null
    },
    sweep: async (now) => (await rowsOf(pool, SWEEP, [timestamp(now - 24 * HOUR)])).length,
  }
}

const bucketOf = (conversation: string) => Number.parseInt(conversation.slice(0, 2), 16)

type Left = { readonly messages: number; readonly until: Instant }

const OPEN = {
  name: 'window_open',
  text: `insert into reply_window (bucket, conversation_id, kind, opened_at, open_until, messages, message_id)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (bucket, conversation_id, kind) do update
         set opened_at = excluded.opened_at, open_until = excluded.open_until,
             messages = excluded.messages, message_id = excluded.message_id
         where reply_window.opened_at < excluded.opened_at
            or (reply_window.opened_at = excluded.opened_at
                and reply_window.message_id <> excluded.message_id)`,
}
const TAKE = {
  name: 'window_take',
  text: `update reply_window set messages = messages - 1
         where bucket = $1 and conversation_id = $2 and kind = (
           select kind from reply_window
           where bucket = $1 and conversation_id = $2 and open_until > $3
             and messages > case kind when 'touch' then 0 else $4::int end
           order by open_until limit 1 for update)
         returning kind`,
}
const GIVE_BACK = {
  name: 'window_give_back',
  text: `update reply_window set messages = messages + 1
         where bucket = $1 and conversation_id = $2 and kind = $3`,
}
const CLOSE = {
  name: 'window_close',
  text: 'update reply_window set messages = 0 where bucket = $1 and conversation_id = $2',
}
const LEFT = {
  name: 'window_left',
  text: `select sum(messages)::int as messages, max(open_until) as until from reply_window
         where bucket = $1 and conversation_id = $2 and open_until > $3 and messages > 0`,
}
const SWEEP = {
  name: 'window_sweep',
  text: 'delete from reply_window where open_until < $1 returning bucket',
}
