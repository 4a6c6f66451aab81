import type { ReopenReason } from '../../../core/casework/desk-lists.ts'
import type { CaseStore } from '../../../work/ports/cases.ts'
import { timestamp } from '../column-types.ts'
import { handOverCase } from '../households/hand-over.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { planRecheck } from '../visits/plan-follow-ups.ts'
import type { DeskTx } from './desk-tx.ts'
import { holdCase } from './hold-case.ts'
import { refuseOpenSubtasks } from './open-subtasks.ts'
import { writeLine } from './write-line.ts'

/** Ends a case (结案) with an outcome and, where it is wanted, a day to look again. */
export async function closeCase(
  on: DeskTx,
  number: string,
  version: number,
  { outcome, note, recheck }: Parameters<CaseStore['closeCase']>[3],
): Promise<number> {
  const { tx, ring, staff, at } = on
  const held = await holdCase(tx, { staff, number, act: 'close', version, at })
  await refuseOpenSubtasks(tx, staff.district, held.id)
  const values = [staff.district, held.id, outcome, timestamp(at), recheck]
  const row = await rowOf<{ version: number }>(tx, CLOSE, values)
  await rowsOf(tx, SEE_ALERTS, [staff.district, held.id, timestamp(at), staff.id])
  const words = note === '' ? {} : { words: { text: note } }
  const line = { kind: 'closed', at, detail: { outcome, recheck }, ...words }
  await writeLine(tx, ring, staff, held, line)
  await planRecheck(on, held, recheck)
  return row?.version ?? 0
}

/** Opens a closed case again, in the hands of who does it. */
export async function reopenCase(
  { tx, ring, staff, at }: DeskTx,
  number: string,
  version: number,
  { reason, note }: { readonly reason: ReopenReason; readonly note: string },
): Promise<number> {
  const held = await holdCase(tx, { staff, number, act: 'reopen', version, at })
  const values = [staff.district, held.id, staff.id, timestamp(at)]
  const row = await rowOf<{ version: number }>(tx, REOPEN, values)
  const { household_id: household, claimed_by: from } = held
  const { id: by, district } = staff
  await handOverCase(tx, { district, household, case: held.id, from, to: by, by, at })
  const words = note === '' ? {} : { words: { text: note } }
  await writeLine(tx, ring, staff, held, { kind: 'reopened', at, detail: { reason }, ...words })
  return row?.version ?? 0
}

const CLOSE = {
  name: 'case_close',
  text: `update help_case set status = 'closed', outcome = $3, closed_at = $4, recheck_on = $5,
      version = version + 1
    where district_id = $1 and id = $2 returning version`,
}
const REOPEN = {
  name: 'case_reopen',
  text: `update help_case set status = 'claimed', stage = 'casework', claimed_by = $3,
      claimed_at = $4, outcome = null, closed_at = null, recheck_on = null, version = version + 1
    where district_id = $1 and id = $2 returning version`,
}
const SEE_ALERTS = {
  name: 'case_see_alerts_closing',
  text: `update alert set acknowledged_at = $3, acknowledged_by = $4
    where district_id = $1 and case_id = $2 and acknowledged_at is null`,
}
