import type { Staff } from '../../../core/people/role.ts'
import { addDays, type Day } from '../../../core/time.ts'
import type { FileRecord, HouseholdFiles, RecordsAsk } from '../../ports/household-files.ts'

/** What the store gives at once, see RecordsAsk. */
const MOST = 500

/** All records of these days, also where they are more than the store gives at once. */
export async function allBetween(
  files: Pick<HouseholdFiles, 'findRecords'>,
  staff: Staff,
  ask: RecordsAsk & { readonly from: Day; readonly to: Day },
): Promise<readonly FileRecord[]> {
  const found = await files.findRecords(staff, { ...ask, most: MOST })
  const middle = middleOf(ask.from, ask.to)
  if (found.length < MOST || middle === null) return found
  const early = await allBetween(files, staff, { ...ask, to: middle })
  const late = await allBetween(files, staff, { ...ask, from: addDays(middle, 1) })
  return [...late, ...early]
}

function middleOf(from: Day, to: Day): Day | null {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return days < 1 ? null : addDays(from, Math.floor(days / 2))
}
