import { assessmentNow } from '../../../core/casework/assessment-course.ts'
import { type NeedLine, needsList, type WrittenNeed } from '../../../core/casework/needs-list.ts'
import type { Staff } from '../../../core/people/role.ts'
import { URGENCIES } from '../../../core/routing/urgency.ts'
import type { FileRecord, HouseholdFiles } from '../../ports/household-files.ts'
import { readCourse } from './read-course.ts'

/** Needs of the assessment that counts, of the talks, and of advisers' own lines. */
export async function readNeeds(
  files: HouseholdFiles,
  staff: Staff,
  household: string,
): Promise<readonly NeedLine[]> {
  const counts = assessmentNow(await readCourse(files, staff, household))
  const talks = await files.talksOf(staff, household)
  const records = await files.listRecords(staff, household, ['need'])
  return needsList({
    deprived: Object.fromEntries(counts?.indicators.map(({ code, value }) => [code, value]) ?? []),
    heard: talks.flatMap(({ heard }) => heard),
    written: records.map(written),
  })
}

/** A record of kind `need`: {code, urgency} open, {words} sealed. */
function written({ id, version, state, detail, body }: FileRecord): WrittenNeed {
  const { words = null } = (body ?? {}) as { readonly words?: string | null }
  const code = typeof detail.code === 'string' ? detail.code : null
  const urgency = URGENCIES.find((each) => each === detail.urgency) ?? 'normal'
  return { id, version, state, code, urgency, words }
}
