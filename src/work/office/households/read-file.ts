import { silentSince } from '../../../core/casework/silent.ts'
import { shanghai } from '../../../core/time.ts'
import type { FileReadings } from '../../ports/file-readings.ts'
import type { OfficeParts } from '../parts.ts'
import { readCourse } from './read-course.ts'
import { readLedger } from './read-ledger.ts'
import { readNeeds } from './read-needs.ts'

/** Reads records and requests of a household together. */
export function fileReadings({ files, now }: Pick<OfficeParts, 'files' | 'now'>): FileReadings {
  return {
    needs: (staff, household) => readNeeds(files, staff, household),
    course: (staff, household) => readCourse(files, staff, household),
    silent: async (staff) => {
      const silent = await files.silent(staff, silentSince(now()))
      const ids = silent.map(({ household }) => household)
      const heads = new Map((await files.headsOf(staff, ids)).map((head) => [head.id, head]))
      return silent.flatMap(({ household, ...line }) => {
        const head = heads.get(household)
        return head ? [{ ...line, head }] : []
      })
    },
    ledger: (staff, household) =>
      readLedger(files, staff, household, shanghai(now()).day.slice(0, 7)),
  }
}
