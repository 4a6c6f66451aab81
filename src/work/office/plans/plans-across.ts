import type { Staff } from '../../../core/people/role.ts'
import { addDays, shanghai } from '../../../core/time.ts'
import type { FileRecord, HouseholdHead } from '../../ports/household-files.ts'
import type { PlansAcross } from '../../ports/plans.ts'
import type { OfficeParts } from '../parts.ts'
import { measureLine, planLine } from './plan-line.ts'

/** Days ahead that a week of work is seen. */
const AHEAD = 7

/** Plans that wait for approval or are to be looked at again, and measures that are due soon. */
export async function plansAcross(
  { files, now }: Pick<OfficeParts, 'files' | 'now'>,
  staff: Staff,
): Promise<PlansAcross> {
  const soon = addDays(shanghai(now()).day, AHEAD)
  const plans = await files.findRecords(staff, { kinds: ['plan'], open: true })
  const measures = await files.findRecords(staff, {
    kinds: ['measure'],
    open: true,
    dueUntil: soon,
  })
  const wanted = plans.filter(
    ({ state, dueOn }) =>
      state === 'submitted' || (state === 'in_force' && dueOn !== null && dueOn <= soon),
  )
  const all = [...wanted, ...measures].map(({ household }) => household)
  const heads = new Map((await files.headsOf(staff, all)).map((head) => [head.id, head]))
  const shown = <T>(records: readonly FileRecord[], line: (record: FileRecord) => T) =>
    records.flatMap((record): { line: T; head: HouseholdHead }[] => {
      const head = heads.get(record.household)
      return head ? [{ line: line(record), head }] : []
    })
  return { plans: shown(wanted, planLine), measures: shown(measures, measureLine) }
}
