import type { Ledger } from '../../../core/casework/ledger-table.ts'
import type { Staff } from '../../../core/people/role.ts'
import { addMonths } from '../../../core/routing/follow-up.ts'
import { addDays } from '../../../core/time.ts'
import type { LedgerAsk, LedgerBook, LedgerLine } from '../../../work/ports/ledger.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { CaseStoreParts } from '../case-store.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { settingsOf } from '../cases/scope.ts'
import { headsOf } from '../households/head-of.ts'
import { RECORD_ROWS, type RecordRow, recordOf } from '../households/record-row.ts'
import { rowsOf } from '../pool.ts'
import { transaction } from '../transaction.ts'

/** Ledgers (台账) out of the records; what was taken out is written down in the transaction that reads it. */
export function ledgerStore({ pool, ring, clock }: CaseStoreParts): LedgerBook {
  return {
    take: (staff, ask, most) =>
      transaction(pool, settingsOf(staff), (tx) =>
        take({ tx, ring, staff, at: clock.now() }, ask, most),
      ),
  }
}

async function take(
  on: DeskTx,
  ask: LedgerAsk,
  most: number,
): Promise<readonly LedgerLine[] | null> {
  const { staff, ring, tx } = on
  const first = `${ask.month}-01`
  const last = addDays(addMonths(first, 1), -1)
  const values = [staff.district, KINDS[ask.ledger], first, last, ask.street]
  const rows = await rowsOf<RecordRow>(tx, ROWS, values)
  if (rows.length > most && ask.second === null) return null
  const heads = new Map<string, LedgerLine['head']>()
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const ids = rows.slice(from, from + AT_ONCE).map(({ household_id: id }) => id)
    for (const head of await headsOf(on, ids)) heads.set(head.id, head)
  }
  const lines = rows.flatMap((row) => {
    const head = heads.get(row.household_id)
    return head ? [{ record: recordOf(ring, row), head }] : []
  })
  await note(on, ask, lines.length)
  return lines
}

function note({ tx, staff, at }: DeskTx, ask: LedgerAsk, count: number): Promise<void> {
  const { id: actor, role, district }: Staff = staff
  const { ledger, month, purpose: reason, second } = ask
  const what = { act: 'ledger.exported', object: `ledger:${ledger}:${month}`, reason }
  const fields = [`rows:${count}`, ...(second ? [`second:${second.id}`] : [])]
  return appendAudit(tx, [{ district, street: ask.street ?? '', actor, role, at, fields, ...what }])
}

/** Households whose heads are read at once. */
const AT_ONCE = 400

const KINDS: Readonly<Record<Ledger, string>> = {
  services: 'service',
  'follow-ups': 'follow_up',
  reminders: 'reminder',
  aid: 'aid',
}

/** The day on which it was done: of aid, on which it was paid. What was not done yet stands on the day it was due. */
const DONE = `coalesce(r.day, case when r.kind = 'aid' then
    (to_timestamp((r.detail->'steps'->>'paid')::float8 / 1000) at time zone 'Asia/Shanghai')::date
  else r.due_on end)`

const ROWS = {
  name: 'ledger_rows',
  text: `${RECORD_ROWS}
    where r.district_id = $1 and r.kind = $2 and ${DONE} between $3 and $4
      and ($5::text is null or r.street_id = $5)
    order by ${DONE}, r.at, r.id`,
}
