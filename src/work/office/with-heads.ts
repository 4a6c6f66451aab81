import type { Staff } from '../../core/people/role.ts'
import type { FileRecord, HouseholdFiles, HouseholdHead } from '../ports/household-files.ts'

export type Line = { readonly record: FileRecord; readonly head: HouseholdHead }

/** Each record with the household it belongs to; joined files under the one they were joined to. */
export async function withHeads(
  files: Pick<HouseholdFiles, 'headsOf'>,
  staff: Staff,
  records: readonly FileRecord[],
): Promise<readonly Line[]> {
  const heads = await files.headsOf(
    staff,
    records.map(({ household }) => household),
  )
  const byId = new Map(heads.map((head) => [head.id, head]))
  return records.flatMap((record) => {
    const head = byId.get(record.household)
    return head ? [{ record, head }] : []
  })
}
