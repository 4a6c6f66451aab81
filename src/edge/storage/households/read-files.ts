import type { Staff } from '../../../core/people/role.ts'
import { type Instant, MINUTE } from '../../../core/time.ts'
import type { HouseholdHead } from '../../../work/ports/household-files.ts'
import { openShortMemory } from '../../short-memory.ts'
import { listed } from '../audit/listed.ts'
import type { ReadLog } from '../audit/read-log.ts'
import type { FileRow } from './file-of-household.ts'

/** What was seen of files, written down before it is given out. */
export type ReadFiles = {
  /** Names in a list. */
  readonly heads: (
    staff: Staff,
    found: readonly HouseholdHead[],
  ) => Promise<readonly HouseholdHead[]>
  /** A part of one file. `which` gives the file; it is asked for only where this is news. */
  readonly part: (
    staff: Staff,
    household: string,
    which: () => Promise<Pick<FileRow, 'id' | 'street_id'>>,
  ) => Promise<void>
}

/** A file that one opens is read part by part: that is one reading. */
const ONE_READING = 10 * MINUTE

/** Readings that are remembered; who is forgotten is written down once more. */
const MOST = 2_000

export function readFiles(log: ReadLog, now: () => Instant): ReadFiles {
  const lately = openShortMemory<true>(MOST, ONE_READING)
  return {
    heads: async (staff, found) => {
      if (found.length === 0) return found
      const object = `households:${found.map(({ number }) => number).join(',')}`
      const what = { act: 'household.listed', object, fields: ['name', 'phone'] }
      await log(listed(staff, what, now()))
      return found
    },
    part: async (staff, household, which) => {
      const at = now()
      const key = `${staff.id} ${household}`
      if (lately.get(key, at)) return
      const { id, street_id: street } = await which()
      const { id: actor, role, district } = staff
      const what = { act: 'household.read', object: `household:${id}` }
      await log({ district, street, actor, role, at, ...what })
      lately.set(key, true, at)
    },
  }
}
