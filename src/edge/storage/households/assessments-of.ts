import type { Assessment } from '../../../core/assessment/assess.ts'
import type { CaseAssessment } from '../../../work/ports/household-deeds.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { openFor, placeOf } from '../cases/household-key.ts'
import { rowsOf } from '../pool.ts'
import { fileOfHousehold } from './file-of-household.ts'
import { keysIn } from './keys-in.ts'

/** First passes and confirmed assessments of all requests, oldest first. Erased ones are left out. */
export async function assessmentsOf(
  on: DeskTx,
  household: string,
): Promise<readonly CaseAssessment[]> {
  const { id } = await fileOfHousehold(on, household)
  const rows = await rowsOf<Row>(on.tx, ASSESSMENTS, [on.staff.district, id])
  const keys = keysIn(on.ring)
  return rows.flatMap(({ data_key, sealed, case: of, ...row }) => {
    const opened = openFor(keys(data_key), placeOf('assessment', of, row.seq), sealed)
    if (opened === null) return []
    const { assessment } = opened as { readonly assessment: Assessment }
    return [{ ...row, assessment }]
  })
}

type Row = Omit<CaseAssessment, 'assessment'> & {
  readonly case: string
  readonly sealed: Buffer
  readonly data_key: Buffer | null
}

/** Of each request every confirmed one and the last first pass: the bot assesses after every answer. */
const ASSESSMENTS = {
  name: 'file_assessments',
  text: `select c.number, c.id as case, a.seq, a.kind, a.at, s.name as by, a.sealed, h.data_key
    from household h
    join help_case c on c.district_id = h.district_id and c.household_id = h.id
    join assessment a on a.district_id = c.district_id and a.case_id = c.id
    left join staff s on s.district_id = a.district_id and s.id::text = a.by
    where h.district_id = $1 and (h.id = $2 or h.merged_into = $2)
      and (a.kind = 'confirmed' or a.seq = (
        select max(l.seq) from assessment l
        where l.district_id = a.district_id and l.case_id = a.case_id and l.kind = 'first_pass'))
    order by a.at, c.id, a.seq limit 200`,
}
