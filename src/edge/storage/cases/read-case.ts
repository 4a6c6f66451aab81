import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Instant } from '../../../core/time.ts'
import type { FiledCase } from '../../../work/ports/cases.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { rowOf, rowsOf, type Tx } from '../pool.ts'
import type { KeyRing } from '../seal/key-ring.ts'
import { admitConversation } from '../transaction.ts'
import { CASE_ROW, type CaseRow, fileOf, waitingCase } from './waiting-case.ts'

/**
 * The whole file of a case, opened; that it was read is recorded in the same transaction. A case of
 * a foreign street is not found: nobody learns that it exists.
 */
export async function readCase(
  tx: Tx,
  ring: KeyRing,
  staff: Staff,
  number: string,
  at: Instant,
): Promise<FiledCase> {
  const row = await rowOf<CaseRow>(tx, READ, [staff.district, number])
  const file = row && fileOf(ring, row)
  if (!row || !file) throw problem('not_found', { case: number })
  if (row.conversation_id !== null) await admitConversation(tx, row.conversation_id)
  const { id: actor, role, district } = staff
  const what = { act: 'case.read', object: `case:${row.id}`, fields: ['file'] }
  await appendAudit(tx, [{ district, street: row.street_id, actor, role, at, ...what }])
  const same = await rowsOf<{ number: string }>(tx, SAME_PHONE, [district, row.id])
  return {
    row: waitingCase(row, file),
    file,
    conversation: row.conversation_id,
    samePhone: same.map((other) => other.number),
  }
}

const READ = {
  name: 'case_read',
  text: `${CASE_ROW} where c.district_id = $1 and c.number = $2`,
}

/** Only what this person may see; the phone itself is not looked at. */
const SAME_PHONE = {
  name: 'case_same_phone',
  text: `select c.number from person one
    join person other on other.district_id = one.district_id
      and other.phone_index = one.phone_index and other.household_id <> one.household_id
    join help_case c on c.district_id = other.district_id and c.household_id = other.household_id
    where one.district_id = $1
      and one.household_id = (select household_id from help_case where district_id = $1 and id = $2)
    order by c.opened_at desc limit 20`,
}
