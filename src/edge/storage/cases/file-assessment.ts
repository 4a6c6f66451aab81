import type { CaseFile } from '../../../core/casework/case-file.ts'
import type { Instant } from '../../../core/time.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf, type Tx } from '../pool.ts'
import type { DataKey } from '../seal/key-ring.ts'
import { seal } from '../seal/seal.ts'
import { placeOf } from './household-key.ts'

/**
 * Adds the first-pass assessment (初评) of a file when its result is a new one. Codes and points
 * stand open, to be counted; answers and evidence are sealed. The caller holds the row of the case,
 * so nobody takes the same number.
 */
export async function fileAssessment(tx: Tx, key: DataKey, file: CaseFile, at: Instant) {
  const { assessment, answers, route } = file
  if (!assessment) return
  const { model, points, grade, gradeRange, deprived, severe } = assessment
  const result = JSON.stringify({ points, grade, gradeRange, deprived, severe })
  const last = await rowOf<Last>(tx, LAST, [route.district, file.id, result, model.hash])
  if (last?.same) return
  const seq = (last?.seq ?? 0) + 1
  const sealed = seal(key, placeOf('assessment', file.id, seq), { assessment, answers })
  const values = [model.id, model.hash, sealed, result, timestamp(at)]
  await rowsOf(tx, INSERT, [route.district, file.id, seq, route.street ?? '', ...values])
}

type Last = { readonly seq: number; readonly same: boolean }

const LAST = {
  name: 'assessment_last',
  text: `select seq, result = $3::jsonb and model_hash = $4 as same
         from assessment where district_id = $1 and case_id = $2 order by seq desc limit 1`,
}
const INSERT = {
  name: 'assessment_file',
  text: `insert into assessment (district_id, case_id, seq, street_id, kind, model, model_hash,
           sealed, result, by, at)
         values ($1, $2, $3, $4, 'first_pass', $5, $6, $7, $8, 'bot', $9)`,
}
