import { problem } from '../../core/errors.ts'
import type { AuditEntry } from '../../work/ports/audit.ts'
import type { ConversationRef, TurnContent } from '../../work/ports/turns.ts'
import { appendAudit } from './audit/append-audit.ts'
import { type Pool, rowOf, rowsOf } from './pool.ts'
import { type KeyRing, openDataKey } from './seal/key-ring.ts'
import { transaction } from './transaction.ts'
import { openContent, resealContent } from './turn-seal.ts'

type TakingBack = {
  readonly ref: ConversationRef
  readonly seq: number
  readonly mask: (content: TurnContent) => TurnContent
  readonly entry: AuditEntry
}

/** Seals the turn anew without what came in with it. Runs as hearth_turn. */
export function takeBack(
  pool: Pool,
  ring: KeyRing,
  { ref, seq, mask, entry }: TakingBack,
): Promise<boolean> {
  return transaction(pool, null, async (tx) => {
    const row = await rowOf<Held>(tx, HOLD, [ref.bucket, ref.id, seq])
    if (row?.status === 'pending') return false
    if (!row?.sealed || !row.data_key) return true
    const key = { wrapped: row.data_key, open: openDataKey(ring, row.data_key) }
    const content = openContent(ref, seq, row.sealed, key)
    if (!content) throw problem('internal', { why: 'a turn that does not open' })
    if (content.in.kind === 'taken_back') return true
    const sealed = resealContent(ref, seq, key, mask(content))
    await rowsOf(tx, RESEAL, [ref.bucket, ref.id, seq, sealed])
    await appendAudit(tx, [entry])
    return true
  })
}

type Held = {
  readonly status: string
  readonly sealed: Buffer | null
  readonly data_key: Buffer | null
}

const HOLD = {
  name: 'turn_hold',
  text: `select t.status, t.sealed, c.data_key from turn t
         join conversation c on c.bucket = t.bucket and c.id = t.conversation_id
         where t.bucket = $1 and t.conversation_id = $2 and t.seq = $3 for update of t`,
}
const RESEAL = {
  name: 'turn_reseal',
  text: `update turn set sealed = $4, kind = 'taken_back'
         where bucket = $1 and conversation_id = $2 and seq = $3`,
}
