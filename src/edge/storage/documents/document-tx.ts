import type { Instant } from '../../../core/time.ts'
import type { Actor } from '../../../work/ports/documents.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { rowsOf, type Tx } from '../pool.ts'

/** One transaction over documents: in whose name, when. */
export type DocumentTx = { readonly tx: Tx; readonly who: Actor; readonly at: Instant }

/** Numbers, drafts that are put away and what is in force change one after the other within a district. */
export async function alone({ tx, who }: DocumentTx): Promise<void> {
  await rowsOf(tx, TAKE, [who.district])
}

/** A line in the audit of the district; the last thing in its transaction. */
export function noted(
  { tx, who, at }: DocumentTx,
  act: string,
  object: string,
  more: { readonly reason?: string; readonly fields?: readonly string[] } = {},
): Promise<void> {
  const { district, id: actor, role } = who
  return appendAudit(tx, [{ district, street: '', actor, role, act, object, at, ...more }])
}

const TAKE = {
  name: 'studio_take',
  text: `select pg_advisory_xact_lock(hashtextextended('studio/' || $1, 100))`,
}
