import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { FileRecord, HouseholdFiles } from '../../ports/household-files.ts'
import { planDetail } from './plan-line.ts'

/** Whether this person may do more than look. */
export function mustWrite({ role }: Staff): void {
  if (role === 'auditor') throw problem('not_allowed')
}

/** One record of a file; throws not_found. */
export async function findRecord(
  files: HouseholdFiles,
  staff: Staff,
  household: string,
  kind: string,
  id: string,
): Promise<FileRecord> {
  const records = await files.listRecords(staff, household, [kind])
  const found = records.find((record) => record.id === id)
  if (!found) throw problem('not_found', { record: id })
  return found
}

/** The plan by which the household is helped now. */
export const inForce = (plans: readonly FileRecord[]): FileRecord | undefined =>
  plans.filter(({ state }) => state === 'in_force').sort((a, b) => phaseOf(b) - phaseOf(a))[0]

const phaseOf = (record: FileRecord) => planDetail(record).phase

/** The plan as it was read; somebody may have changed it since. */
export function mustBeAt(record: FileRecord, version: number, states: readonly string[]): void {
  if (record.version !== version || !states.includes(record.state))
    throw problem('stale', { version: record.version })
}
