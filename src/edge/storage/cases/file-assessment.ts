import type { CaseFile } from '../../../core/casework/case-file.ts'
import type { Instant } from '../../../core/time.ts'
import { timestamp } from '../column-types.ts'
import { rowsOf, type Tx } from '../pool.ts'
import type { DataKey } from '../seal/key-ring.ts'
import { seal } from '../seal/seal.ts'
import { placeOf } from './household-key.ts'

/**
 * Adds the first-pass assessment (初评) of a file when its result is a new one. Codes and points
 * stand open, to be counted; answers and evidence are sealed. The caller holds the row of the case,
 * so nobody takes the same number.
 */
export async function fileAssessment(
  tx: Tx,
  key: DataKey,
  file: CaseFile,
  at: Instant,
  last: LastAssessment,
) {
  const { assessment, answers, route } = file
  const result = resultOf(file)
  if (!assessment || result === null || last.same) return
  const { model } = assessment
  const seq = last.seq + 1
  const sealed = seal(key, placeOf('assessment', file.id, seq), { assessment, answers })
  const values = [model.id, model.hash, sealed, result, timestamp(at)]
  await rowsOf(tx, INSERT, [route.district, file.id, seq, route.street ?? '', ...values])
}

/** What the latest one said, compared by the database in the statement that holds the case. */
export type LastAssessment = { readonly seq: number; readonly same: boolean }

/** Codes and points of the assessment, as they are compared and stored; null when there is none. */
export function resultOf({ assessment }: CaseFile): string | null {
  if (!assessment) return null
  const { points, grade, gradeRange, deprived, severe } = assessment
  return JSON.stringify({ points, grade, gradeRange, deprived, severe })
}

const INSERT = {
  name: 'assessment_file',
  text: `insert into assessment (district_id, case_id, seq, street_id, kind, model, model_hash,
           sealed, result, by, at)
         values ($1, $2, $3, $4, 'first_pass', $5, $6, $7, $8, 'bot', $9)`,
}
