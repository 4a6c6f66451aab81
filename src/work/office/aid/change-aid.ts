import type { AidStep } from '../../../core/casework/aid.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { AidAt } from '../../ports/aid.ts'
import type { FileRecord, RecordChange } from '../../ports/household-files.ts'
import { type AidBody, type AidDetail, bodyOf, detailOf } from './aid-detail.ts'
import { findAid } from './find-aid.ts'
import type { AidParts } from './parts.ts'

export type AidChange = Pick<RecordChange, 'state' | 'amount' | 'dueOn'> & {
  readonly detail?: Partial<AidDetail>
  readonly body?: Partial<AidBody>
  /** A step that is done by this; the moment of the first time stays. */
  readonly step?: AidStep
}

/** Changes an aid that stands in one of these states; what is not named stays. */
export async function changeAid(
  { files, now }: AidParts,
  staff: Staff,
  { household, id, version }: AidAt,
  states: readonly string[],
  change: (found: FileRecord) => AidChange,
): Promise<FileRecord> {
  const found = await findAid(files, staff, household, id)
  if (found.version !== version) throw problem('stale', { version: found.version })
  if (!states.includes(found.state)) throw problem('bad_request', { field: 'state' })
  const { detail, body, step, ...rest } = change(found)
  const before = detailOf(found)
  const steps = step === undefined ? before.steps : { [step]: now(), ...before.steps }
  return files.changeRecord(staff, household, id, version, {
    ...rest,
    detail: { ...before, ...detail, steps },
    ...(body ? { body: { ...bodyOf(found), ...body } } : {}),
  })
}
