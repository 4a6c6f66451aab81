import type { Staff } from '../../core/people/role.ts'
import type { HouseholdFiles } from '../../work/ports/household-files.ts'
import type { CaseStoreParts } from './case-store.ts'
import type { DeskTx } from './cases/desk-tx.ts'
import { settingsOf } from './cases/scope.ts'
import { findHouseholds } from './households/find-households.ts'
import { headsOf } from './households/head-of.ts'
import { findRecords, listRecords, pastOf } from './households/list-records.ts'
import { openHousehold, setAdviser } from './households/open-household.ts'
import { addRecord, addToAll, changeRecord } from './households/write-record.ts'
import { transaction } from './transaction.ts'

/** The files of households. Each verb is one transaction in the name of one person. */
export function householdStore({ pool, ring, clock }: CaseStoreParts): HouseholdFiles {
  const as = <T>(staff: Staff, fn: (on: DeskTx) => Promise<T>) =>
    transaction(pool, settingsOf(staff), (tx) => fn({ tx, ring, staff, at: clock.now() }))
  return {
    openHousehold: (staff, which) => as(staff, (on) => openHousehold(on, which)),
    headsOf: (staff, ids) => as(staff, (on) => headsOf(on, ids)),
    findHouseholds: (staff, typed) => as(staff, (on) => findHouseholds(on, typed)),
    setAdviser: (staff, household, adviser) =>
      as(staff, (on) => setAdviser(on, household, adviser)),
    listRecords: (staff, household, kinds) => as(staff, (on) => listRecords(on, household, kinds)),
    findRecords: (staff, ask) => as(staff, (on) => findRecords(on, ask)),
    addRecord: (staff, household, record) => as(staff, (on) => addRecord(on, household, record)),
    addToAll: (staff, households, record) => as(staff, (on) => addToAll(on, households, record)),
    changeRecord: (staff, household, id, version, change) =>
      as(staff, (on) => changeRecord(on, household, id, version, change)),
    pastOf: (staff, household, id) => as(staff, (on) => pastOf(on, household, id)),
  }
}
