import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { ServiceLine, Services } from '../../ports/services.ts'
import type { OfficeParts } from '../parts.ts'
import { withHeads } from '../with-heads.ts'
import { recordService } from './record-service.ts'
import { strikeService } from './strike-service.ts'

/** Service records (服务记录) over the files of households. */
export function createServices(parts: Pick<OfficeParts, 'files' | 'desk' | 'now'>): Services {
  const { files, desk, now } = parts
  const lines = (staff: Staff, records: readonly FileRecord[]): Promise<readonly ServiceLine[]> =>
    withHeads(files, staff, records)
  return {
    record: async (staff, service) => {
      if (service.day > shanghai(now()).day) throw problem('bad_request', { field: 'day' })
      return lines(staff, await recordService(files, staff, service))
    },
    list: async (staff, { from, to, street }) => {
      const where = street === undefined ? {} : { street }
      const records = await files.findRecords(staff, { kinds: ['service'], from, to, ...where })
      return lines(staff, records)
    },
    ofHousehold: async (staff, household) => {
      const records = await files.listRecords(staff, household, ['service'])
      return lines(staff, records)
    },
    strike: async (staff, household, id, version, reason) => {
      const struck = await strikeService(files, staff, { household, id, version, reason })
      const [line] = await lines(staff, [struck])
      if (!line) throw problem('not_found', { record: id })
      return line
    },
    photosOf: async (staff, household) => {
      const head = await files.openHousehold(staff, household)
      for (const { number } of head.cases.toReversed()) {
        const { conversation } = await desk.seesCase(staff, number)
        if (conversation !== null) return { conversation, number }
      }
      throw problem('no_talk', { household })
    },
  }
}
