import type { CaseFile } from '../../../core/casework/case-file.ts'
import { rowOf } from '../pool.ts'
import { openDataKey } from '../seal/key-ring.ts'
import { type CaseRow, fileOf } from './desk-row.ts'
import type { DeskTx } from './desk-tx.ts'
import type { Held } from './hold-case.ts'

/** The file of a case that is held; null when it was erased. */
export async function sealedFile(
  { tx, ring, staff }: Pick<DeskTx, 'tx' | 'ring' | 'staff'>,
  held: Pick<Held, 'id' | 'data_key'>,
): Promise<CaseFile | null> {
  const row = await rowOf<Sealed>(tx, READ, [staff.district, held.id])
  const key = held.data_key && openDataKey(ring, held.data_key)
  return row && fileOf(key, row)
}

type Sealed = Pick<CaseRow, 'id' | 'sealed' | 'noted'>

const READ = {
  name: 'desk_sealed_file',
  text: 'select id, sealed, noted from help_case where district_id = $1 and id = $2',
}
