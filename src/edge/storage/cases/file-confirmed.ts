import type { CaseStore } from '../../../work/ports/cases.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { openDataKey } from '../seal/key-ring.ts'
import { seal } from '../seal/seal.ts'
import { planByGrade } from '../visits/plan-follow-ups.ts'
import type { DeskTx } from './desk-tx.ts'
import { holdCase } from './hold-case.ts'
import { placeOf } from './household-key.ts'
import { writeLine } from './write-line.ts'

/**
 * Freezes an assessment (确认) with the hash of its model: a row that is never changed. From now on
 * the case carries this grade, whatever the bot still hears.
 */
export async function fileConfirmed(
  on: DeskTx,
  number: string,
  version: number,
  { assessment, note, followUp }: Parameters<CaseStore['fileConfirmed']>[3],
): Promise<number> {
  const { tx, ring, staff, at } = on
  const held = await holdCase(tx, { staff, number, act: 'confirm', version, at })
  const { model, points, grade = null, gradeRange, deprived, severe } = assessment
  const last = await rowOf<{ seq: number }>(tx, LAST, [staff.district, held.id])
  const seq = (last?.seq ?? 0) + 1
  const key = openDataKey(ring, held.data_key as Buffer)
  const sealed = seal(key, placeOf('assessment', held.id, seq), { assessment })
  const result = JSON.stringify({ points, grade, gradeRange, deprived, severe })
  const values = [held.street_id, model.id, model.hash, sealed, result, staff.id, timestamp(at)]
  await rowsOf(tx, FREEZE, [staff.district, held.id, seq, ...values])
  const grades = [grade, ...gradeRange, ...points]
  const row = await rowOf<{ version: number }>(tx, GRADE, [
    staff.district,
    held.id,
    timestamp(at),
    ...grades,
  ])
  const words = note === '' ? {} : { words: { text: note } }
  const detail = { assessment: seq, model: model.hash, points, grade }
  await writeLine(tx, ring, staff, held, { kind: 'confirmed', at, detail, ...words })
  await planByGrade(on, held, followUp)
  return row?.version ?? 0
}

const LAST = {
  name: 'assessment_last_seq',
  text: `select coalesce(max(seq), 0)::int as seq from assessment
    where district_id = $1 and case_id = $2`,
}
const FREEZE = {
  name: 'assessment_freeze',
  text: `insert into assessment (district_id, case_id, seq, street_id, kind, model, model_hash,
      sealed, result, by, at)
    values ($1, $2, $3, $4, 'confirmed', $5, $6, $7, $8, $9, $10)`,
}
const GRADE = {
  name: 'case_grade',
  text: `update help_case set confirmed_at = $3, grade = $4, grade_low = $5, grade_high = $6,
      points_low = $7, points_high = $8, version = version + 1
    where district_id = $1 and id = $2 returning version`,
}
