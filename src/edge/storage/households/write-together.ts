import type { FileRecord, RecordWrite } from '../../../work/ports/household-files.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { addRecord, changeRecord } from './write-record.ts'

/** Several records of one file, all or none: a plan with its measures. */
export async function writeTogether(
  on: DeskTx,
  household: string,
  writes: readonly RecordWrite[],
): Promise<readonly FileRecord[]> {
  const written: FileRecord[] = []
  for (const write of writes) {
    written.push(
      'add' in write
        ? await addRecord(on, household, write.add)
        : await changeRecord(on, household, write.id, write.version, write.change),
    )
  }
  return written
}
