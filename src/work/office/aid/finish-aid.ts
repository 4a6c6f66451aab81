import { missingPapers } from '../../../core/casework/aid.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { AidAt } from '../../ports/aid.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import { detailOf } from './aid-detail.ts'
import { changeAid } from './change-aid.ts'
import type { AidParts } from './parts.ts'

/** Ends the procedure (补程序办结), when receipt and papers are there. */
export function finishAid(parts: AidParts, staff: Staff, at: AidAt): Promise<FileRecord> {
  return changeAid(parts, staff, at, ['paid'], (found) => {
    const { papers, receipt } = detailOf(found)
    const [missing] = missingPapers(
      parts.rules(),
      papers.map(({ type }) => type),
    )
    if (!receipt) throw problem('papers_missing', { field: 'signed_receipt' })
    if (missing !== undefined) throw problem('papers_missing', { field: missing })
    return { state: 'done', step: 'done' }
  })
}
