import type { Staff } from '../../core/people/role.ts'
import type { ConsultationStore } from '../../work/ports/consultations.ts'
import type { CaseStoreParts } from './case-store.ts'
import type { DeskTx } from './cases/desk-tx.ts'
import { settingsOf } from './cases/scope.ts'
import { timestamp } from './column-types.ts'
import { findConsultation, listConsultations, seen } from './consultations/find-consultations.ts'
import { addRecord } from './households/write-record.ts'
import { writeTogether } from './households/write-together.ts'
import { rowsOf } from './pool.ts'
import { transaction } from './transaction.ts'

/** Case conferences (救助会诊). Each verb is one transaction in the name of one person. */
export function consultationStore({ pool, ring, clock }: CaseStoreParts): ConsultationStore {
  const as = <T>(staff: Staff, fn: (on: DeskTx) => Promise<T>) =>
    transaction(pool, settingsOf(staff), (tx) => fn({ tx, ring, staff, at: clock.now() }))
  return {
    call: (staff, household, record, asked) =>
      as(staff, async (on) => {
        const added = await addRecord(on, household, record)
        await ask(on, added, asked)
        return added
      }),
    list: (staff) => as(staff, listConsultations),
    find: (staff, id) => as(staff, (on) => findConsultation(on, id)),
    write: (staff, id, writes, asked = []) =>
      as(staff, async (on) => {
        const { record } = await seen(on, id)
        await ask(on, record, asked)
        return writeTogether(on, record.household, writes)
      }),
  }
}

/** Who is asked from now on; asked twice is asked once. */
async function ask(
  { tx, staff, at }: DeskTx,
  { id, household }: { readonly id: string; readonly household: string },
  asked: readonly string[],
): Promise<void> {
  if (asked.length === 0) return
  await rowsOf(tx, ASK, [staff.district, asked, id, household, staff.id, timestamp(at)])
}

const ASK = {
  name: 'consultation_ask',
  text: `insert into consultation_member
      (district_id, staff_id, consultation_id, household_id, by, at)
    select $1, member, $3, $4, $5, $6 from unnest($2::uuid[]) as member
    on conflict do nothing`,
}
