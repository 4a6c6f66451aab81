import type { CaseAssessment } from '../../../work/ports/household-deeds.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { rowsOf } from '../pool.ts'
import { fileOfHousehold } from './file-of-household.ts'

/** First passes and confirmed assessments of all requests, oldest first. Codes and points stand open. */
export async function assessmentsOf(
  on: DeskTx,
  household: string,
): Promise<readonly CaseAssessment[]> {
  const { id } = await fileOfHousehold(on, household)
  return rowsOf<CaseAssessment>(on.tx, ASSESSMENTS, [on.staff.district, id])
}

const ASSESSMENTS = {
  name: 'file_assessments',
  text: `select c.number, a.seq, a.kind, a.at, s.name as by, a.result, a.model
    from household h
    join help_case c on c.district_id = h.district_id and c.household_id = h.id
    join assessment a on a.district_id = c.district_id and a.case_id = c.id
    left join staff s on s.district_id = a.district_id and s.id::text = a.by
    where h.district_id = $1 and (h.id = $2 or h.merged_into = $2)
    order by a.at, c.id, a.seq limit 500`,
}
