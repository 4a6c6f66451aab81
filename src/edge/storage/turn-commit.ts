import type { Instant } from '../../core/time.ts'
import type { JobOrder } from '../../work/ports/jobs.ts'
import type { NewTurn } from '../../work/ports/turns.ts'
import { timestamp } from './column-types.ts'
import { forEach } from './for-each.ts'
import { putJobs } from './job-store.ts'
import { type Named, type Pool, rowsOf, type Tx } from './pool.ts'
import type { KeyRing } from './seal/key-ring.ts'
import { transaction } from './transaction.ts'
import { sealAddress, sealContent } from './turn-seal.ts'
import { NumberTaken, writeOf } from './turn-writes.ts'

/**
 * Appends turns, all of them in one commit. The primary key is the optimistic lock and the unique
 * constraint the dedupe: whoever is not in the result was too late, and nothing of it was written.
 *
 * Turns that write nothing else are ONE statement and need no transaction block. The others open
 * conversations first (a lost opening would seal with a key that nobody keeps), then append, then
 * write what the winners have to write.
 */
export async function commitTurns(
  pool: Pool,
  ring: KeyRing,
  turns: readonly NewTurn[],
): Promise<ReadonlySet<string> | 'number_taken'> {
  if (turns.every(isPlain)) return append(pool, turns)
  try {
    return await transaction(pool, null, async (tx) => {
      const opened = await openConversations(tx, turns)
      const won = await append(tx, opened)
      const write = writeOf(tx, ring)
      const winners = opened.filter(({ ref }) => won.has(ref.id))
      await forEach(tx, winners, async ({ writes }) => {
        for (const each of writes) if (each.kind !== 'set_job') await write(each)
      })
      // What a turn takes off the list and what it puts there never have the same name.
      await putJobs(tx, winners.flatMap(jobsOf))
      return won
    })
  } catch (error) {
    if (error instanceof NumberTaken) return 'number_taken'
    throw error
  }
}

function jobsOf({ writes }: NewTurn): readonly JobOrder[] {
  return writes.flatMap((write) => (write.kind === 'set_job' ? [write.job] : []))
}

function isPlain(turn: NewTurn): boolean {
  return turn.opening === null && turn.writes.length === 0
}

async function openConversations(tx: Tx, turns: readonly NewTurn[]): Promise<readonly NewTurn[]> {
  const lost = new Set<string>()
  await forEach(tx, turns, async ({ ref, opening, key, at }) => {
    if (opening === null || key === null) return
    const address = sealAddress(ref, key, opening.user)
    const values = [opening.channel, opening.account, address, key.wrapped, timestamp(at)]
    const rows = await rowsOf(tx, OPEN, [ref.bucket, ref.id, ...values])
    if (rows.length === 0) lost.add(ref.id)
  })
  return lost.size === 0 ? turns : turns.filter(({ ref }) => !lost.has(ref.id))
}

async function append(on: Pool | Tx, turns: readonly NewTurn[]): Promise<ReadonlySet<string>> {
  if (turns.length === 0) return new Set()
  const size = SIZES.find((each) => each >= turns.length) ?? turns.length
  const rows = turns.map(valuesOf)
  const values = rows.flat()
  // Filled up with the last row again: it meets itself and is passed over.
  for (let n = rows.length; n < size; n++) values.push(...(rows.at(-1) ?? []))
  const won = await rowsOf<{ conversation_id: string }>(on, statementOf(size), values)
  return new Set(won.map((row) => row.conversation_id))
}

/** Few sizes, so that few statements are planned and kept for each connection. */
const SIZES = [1, 2, 4, 8, 16, 24, 32, 48, 64, 96, 128]

const COLUMNS = [
  'bucket',
  'conversation_id',
  'seq',
  'channel',
  'external_id',
  'kind',
  'status',
  'sealed',
  'bundle',
  'at',
  'due_at',
  'delivery',
] as const

function valuesOf(turn: NewTurn): readonly unknown[] {
  return [
    turn.ref.bucket,
    turn.ref.id,
    turn.seq,
    turn.channel,
    turn.externalId,
    turn.kind,
    turn.status,
    sealContent(turn),
    turn.content?.talk?.bundle ?? null,
    iso(turn.at),
    turn.dueAt === null ? null : iso(turn.dueAt),
    turn.delivery,
  ]
}

/** As text at once: `pg` would take a Date apart into local time. */
function iso(at: Instant): string {
  return new Date(at).toISOString()
}

const statements = new Map<number, Named>()

function statementOf(size: number): Named {
  const known = statements.get(size)
  if (known) return known
  const made = { name: `turn_append_${size}`, text: insertOf(size) }
  statements.set(size, made)
  return made
}

function insertOf(size: number): string {
  const width = COLUMNS.length
  const rows = Array.from({ length: size }, (_, row) => {
    const places = COLUMNS.map((_, column) => `$${row * width + column + 1}`)
    return `(${places.join(', ')})`
  })
  return `insert into turn (${COLUMNS.join(', ')}) values ${rows.join(', ')}
          on conflict do nothing returning conversation_id`
}

/** Also where an erased conversation begins anew. No row = somebody else has opened it. */
const OPEN = {
  name: 'conversation_open',
  text: `insert into conversation (bucket, id, channel, account, address, data_key, opened_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (bucket, id) do update
         set channel = excluded.channel, account = excluded.account, address = excluded.address,
           data_key = excluded.data_key
         where conversation.data_key is null
         returning id`,
}
