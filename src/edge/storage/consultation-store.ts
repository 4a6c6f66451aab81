import { randomUUID } from 'node:crypto'
import type { NoticeKind } from '../../core/casework/desk-lists.ts'
import type { Staff } from '../../core/people/role.ts'
import type { ConsultationStore } from '../../work/ports/consultations.ts'
import type { CaseStoreParts } from './case-store.ts'
import { callPerson } from './cases/call-person.ts'
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
        await ask(on, added, asked, [])
        return added
      }),
    list: (staff) => as(staff, listConsultations),
    find: (staff, id) => as(staff, (on) => findConsultation(on, id)),
    change: (staff, id, what) =>
      as(staff, async (on) => {
        await rowsOf(on.tx, IN_TURN, [id])
        const kept = await seen(on, id)
        const { writes, asked = [], rings } = what(kept)
        const { record } = kept
        const { members } = record.detail
        await ask(on, record, asked, Array.isArray(members) ? members : [])
        if (rings) await callAll(on, record.id, rings.kind, rings.to)
        return writeTogether(on, record.household, writes)
      }),
  }
}

/** Who is asked from now on; asked twice is asked once. */
async function ask(
  { tx, staff, at }: DeskTx,
  { id, household }: { readonly id: string; readonly household: string },
  asked: readonly string[],
  known: readonly unknown[],
): Promise<void> {
  if (asked.length === 0) return
  const values = [staff.district, asked, id, household, staff.id, timestamp(at)]
  await rowsOf(tx, ASK, values)
  const fresh = asked.filter((each) => !known.includes(each))
  await callAll({ tx, staff, at }, id, 'consultation_called', fresh)
}

/** Whose home it is stands in no call: a member from beyond the street does not learn it. */
async function callAll(
  { tx, staff, at }: Pick<DeskTx, 'tx' | 'staff' | 'at'>,
  id: string,
  kind: NoticeKind,
  to: readonly string[],
): Promise<void> {
  for (const each of to) {
    if (each === staff.id) continue
    const about = `consultations/${id}`
    await callPerson(tx, { id: randomUUID(), to: each, kind, number: '', about, staff, at })
  }
}

const IN_TURN = {
  name: 'consultation_in_turn',
  text: `select pg_advisory_xact_lock(hashtextextended($1, 7404723))`,
}

const ASK = {
  name: 'consultation_ask',
  text: `insert into consultation_member
      (district_id, staff_id, consultation_id, household_id, by, at)
    select $1, member, $3, $4, $5, $6 from unnest($2::uuid[]) as member
    on conflict do nothing`,
}
