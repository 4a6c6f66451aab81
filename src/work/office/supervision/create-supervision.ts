import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { CheckLine, Supervision } from '../../ports/supervision.ts'
import type { OfficeParts } from '../parts.ts'
import { withHeads } from '../with-heads.ts'
import { allBetween } from './all-between.ts'
import { correctRecord } from './correct-record.ts'
import { drawChecks } from './draw-checks.ts'
import { judgeCheck } from './judge-check.ts'

export type SupervisionParts = Pick<OfficeParts, 'files' | 'now' | 'town'>

/** Looking at the records of others (服务督导), over the files of households. */
export function createSupervision(parts: SupervisionParts): Supervision {
  const { files } = parts
  const lines = (staff: Staff, checks: readonly FileRecord[]) => checkLines(parts, staff, checks)
  const one = async (staff: Staff, check: FileRecord) => {
    const [line] = await lines(staff, [check])
    if (!line) throw problem('not_found', { record: check.id })
    return line
  }
  return {
    draw: async (staff, sample) => {
      mustLead(staff)
      return lines(staff, await drawChecks(parts, staff, sample))
    },
    list: async (staff, ask) => {
      const checks = await allBetween(files, staff, { kinds: ['check'], ...ask })
      const own = checks.filter(({ detail }) => leads(staff) || detail.author === staff.id)
      return lines(staff, own)
    },
    judge: async (staff, at, verdict) => {
      mustLead(staff)
      return one(staff, await judgeCheck(parts, staff, at, verdict))
    },
    correct: async (staff, at, what) => one(staff, await correctRecord(parts, staff, at, what)),
  }
}

const leads = ({ role }: Staff) => role === 'supervisor' || role === 'district' || role === 'admin'

function mustLead(staff: Staff): void {
  if (!leads(staff)) throw problem('not_allowed')
}

async function checkLines(
  { files }: SupervisionParts,
  staff: Staff,
  checks: readonly FileRecord[],
): Promise<readonly CheckLine[]> {
  const found = await withHeads(files, staff, checks)
  const households = [...new Set(found.map(({ head }) => head.id))]
  const records = new Map<string, FileRecord>()
  for (const household of households) {
    const all = await files.listRecords(staff, household, ['service', 'follow_up'])
    for (const record of all) records.set(record.id, record)
  }
  return found.map(({ record: check, head }) => {
    const record = records.get(String(check.detail.record)) ?? null
    return { check, head, record, author: String(check.detail.author ?? '') }
  })
}
