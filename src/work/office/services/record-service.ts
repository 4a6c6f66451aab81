import type { Staff } from '../../../core/people/role.ts'
import type { FileRecord, HouseholdFiles } from '../../ports/household-files.ts'
import type { Service } from '../../ports/services.ts'

/** A row for each household, tied by the group; all or none. */
export function recordService(
  files: Pick<HouseholdFiles, 'addToAll'>,
  staff: Staff,
  service: Service,
): Promise<readonly FileRecord[]> {
  const { households, group, type, day, minutes, result, who, words, photos } = service
  return files.addToAll(staff, households, {
    ...{ kind: 'service', day, group },
    detail: { type, minutes, result, photos, households: households.length },
    body: { who, words },
  })
}
