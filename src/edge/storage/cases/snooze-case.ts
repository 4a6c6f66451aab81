import type { CaseStore } from '../../../work/ports/cases.ts'
import { timestamp } from '../column-types.ts'
import { rowOf } from '../pool.ts'
import type { DeskTx } from './desk-tx.ts'
import { holdCase } from './hold-case.ts'
import { writeLine } from './write-line.ts'

/** Puts one's own case aside for a while (稍后), or takes it back. Its clocks go on. */
export async function snoozeCase(
  { tx, ring, staff, at }: DeskTx,
  number: string,
  version: number,
  { until, reason, note }: Parameters<CaseStore['snoozeCase']>[3],
): Promise<number> {
  const held = await holdCase(tx, { staff, number, act: 'snooze', version, at })
  const values = [staff.district, held.id, until === null ? null : timestamp(until)]
  const row = await rowOf<{ version: number }>(tx, SNOOZE, values)
  const words = note === '' ? {} : { words: { text: note } }
  const line =
    until === null
      ? { kind: 'woken', at }
      : { kind: 'snoozed', at, detail: { until, reason }, ...words }
  await writeLine(tx, ring, staff, held, line)
  return row?.version ?? 0
}

const SNOOZE = {
  name: 'case_snooze',
  text: `update help_case set snoozed_until = $3, version = version + 1
    where district_id = $1 and id = $2 returning version`,
}
