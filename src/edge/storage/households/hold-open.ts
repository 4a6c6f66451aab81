import { type FileKind, isOpen } from '../../../core/casework/file-kind.ts'
import { problem } from '../../../core/errors.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { rowOf } from '../pool.ts'

/**
 * What its case must wait for is only begun while that case is open, and holds its row: who closes it at the same
 * moment comes before and refuses this, or after and is refused.
 */
export async function holdOpen(
  { tx, staff }: DeskTx,
  kind: FileKind,
  state: string,
  ofCase: string,
): Promise<void> {
  if (!kind.holdsCase || !isOpen(kind, state)) return
  const row = await rowOf<{ open: boolean }>(tx, HOLD, [staff.district, ofCase])
  if (!row?.open) throw problem('case_closed')
}

const HOLD = {
  name: 'file_record_hold_case',
  text: `select status not in ('closed', 'withdrawn') as open from help_case
    where district_id = $1 and id = $2 for share`,
}
