import type { AuditEntry } from '../../../work/ports/audit.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf, type Tx } from '../pool.ts'
import { BEGINNING, chainOf, hashOf } from './audit-chain.ts'

/**
 * Appends entries to the chains of their streets, in the transaction of what they tell of. Chains
 * are taken in sorted order, so that two transactions never wait for each other in a circle; call
 * it last, because the chain is held until the commit. `forMany`: of several people, each row in the name of its own.
 */
export async function appendAudit(
  tx: Tx,
  entries: readonly AuditEntry[],
  forMany = false,
): Promise<void> {
  const chains = new Map<string, AuditEntry[]>()
  for (const entry of entries) {
    const key = JSON.stringify([entry.district, chainOf(entry)])
    chains.set(key, [...(chains.get(key) ?? []), entry])
  }
  for (const [, rows] of [...chains].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const first = rows[0]
    if (first) await extend(tx, first.district, chainOf(first), rows, forMany)
  }
}

async function extend(
  tx: Tx,
  district: string,
  chain: string,
  entries: readonly AuditEntry[],
  forMany: boolean,
) {
  await rowsOf(tx, TAKE, [`${district}/${chain}`])
  const head = await rowOf<Head>(tx, HEAD, [district, chain])
  let seq = head?.seq ?? 0
  let before = head?.hash ?? BEGINNING
  for (const entry of entries) {
    seq += 1
    const hash = hashOf(before, seq, entry)
    const { actor, role, street, act, object, reason = '', fields = [] } = entry
    const at = timestamp(entry.at)
    const values = [actor, role, street, act, object, reason, fields, before, hash]
    if (forMany) await rowsOf(tx, ACT_AS, [actor])
    await rowsOf(tx, INSERT, [district, chain, seq, at, ...values])
    before = hash
  }
}

type Head = { readonly seq: number; readonly hash: Buffer }

const TAKE = {
  name: 'audit_take',
  text: 'select pg_advisory_xact_lock(hashtextextended($1, 7404722))',
}
const ACT_AS = { name: 'audit_act_as', text: "select set_config('app.actor', $1, true)" }
const HEAD = {
  name: 'audit_head',
  text: `select seq, hash from audit where district_id = $1 and chain = $2 order by seq desc limit 1`,
}
const INSERT = {
  name: 'audit_insert',
  text: `insert into audit (district_id, chain, seq, at, actor, role, street, act, object, reason,
           fields, prev_hash, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
}
