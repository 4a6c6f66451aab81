import type { Staff } from '../../../core/people/role.ts'
import { addMonths } from '../../../core/routing/follow-up.ts'
import { addDays } from '../../../core/time.ts'
import type { Ledger, LedgerLine } from '../../../work/ports/ledger.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { CaseStoreParts } from '../case-store.ts'
import { settingsOf } from '../cases/scope.ts'
import { headsOf } from '../households/head-of.ts'
import { RECORD_ROWS, type RecordRow, recordOf } from '../households/record-row.ts'
import { rowsOf } from '../pool.ts'
import { transaction } from '../transaction.ts'

export type LedgerAsk = {
  readonly ledger: Ledger
  /** `2026-11` */
  readonly month: string
  readonly purpose: string
  /** Who else agreed to it; null = nobody. */
  readonly second: Staff | null
  /** Rows that may leave without a second person. */
  readonly most: number
}

/**
 * All records of a month that this person may see, oldest first, and that they were taken out, in one transaction.
 * Null when there are more than may leave without a second person: then nothing was given.
 */
export function readLedger(
  { pool, ring, clock }: CaseStoreParts,
  staff: Staff,
  { ledger, month, purpose, second, most }: LedgerAsk,
): Promise<readonly LedgerLine[] | null> {
  return transaction(pool, settingsOf(staff), async (tx) => {
    const at = clock.now()
    const on = { tx, ring, staff, at }
    const first = `${month}-01`
    const last = addDays(addMonths(first, 1), -1)
    const rows = await rowsOf<RecordRow>(tx, ROWS, [staff.district, KINDS[ledger], first, last])
    if (rows.length > most && second === null) return null
    const heads = new Map<string, LedgerLine['head']>()
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const ids = rows.slice(from, from + AT_ONCE).map(({ household_id: id }) => id)
      for (const head of await headsOf(on, ids)) heads.set(head.id, head)
    }
    const lines = rows.flatMap((row) => {
      const head = heads.get(row.household_id)
      return head ? [{ record: recordOf(ring, row), head }] : []
    })
    const { id: actor, role, district } = staff
    const what = { act: 'ledger.exported', object: `ledger:${ledger}:${month}` }
    const fields = [`rows:${lines.length}`, ...(second ? [`second:${second.id}`] : [])]
    const who = { district, street: '', actor, role, at }
    await appendAudit(tx, [{ ...who, ...what, fields, reason: purpose }])
    return lines
  })
}

/** Households whose heads are read at once. */
const AT_ONCE = 400

const KINDS: Readonly<Record<Ledger, string>> = {
  services: 'service',
  'follow-ups': 'follow_up',
  reminders: 'reminder',
}

/** By the day on which it was done; what was not done yet by the day on which it was due. */
const ROWS = {
  name: 'ledger_rows',
  text: `${RECORD_ROWS}
    where r.district_id = $1 and r.kind = $2 and coalesce(r.day, r.due_on) between $3 and $4
    order by coalesce(r.day, r.due_on), r.at, r.id`,
}
