import type { Staff } from '../../core/people/role.ts'
import type { HouseholdFiles } from '../../work/ports/household-files.ts'
import type { CaseStoreParts } from './case-store.ts'
import type { DeskTx } from './cases/desk-tx.ts'
import { settingsOf } from './cases/scope.ts'
import { alikeOf } from './households/alike-of.ts'
import { assessmentsOf } from './households/assessments-of.ts'
import { correctPerson } from './households/correct-person.ts'
import { findHouseholds } from './households/find-households.ts'
import { headsOf } from './households/head-of.ts'
import { changesOf, eventsOf, readersOf } from './households/history-of.ts'
import { joinFiles, partFiles, refuseJoining } from './households/join-files.ts'
import { findRecords, listRecords, pastOf } from './households/list-records.ts'
import { noteExport, openHousehold, setAdviser } from './households/open-household.ts'
import { reveal } from './households/reveal.ts'
import { saveMember } from './households/save-member.ts'
import { silentHouseholds } from './households/silent-households.ts'
import { talksOf } from './households/talks-of.ts'
import { addRecord, addToAll, changeRecord } from './households/write-record.ts'
import { writeTogether } from './households/write-together.ts'
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
    writeTogether: (staff, household, writes) =>
      as(staff, (on) => writeTogether(on, household, writes)),
    pastOf: (staff, household, id) => as(staff, (on) => pastOf(on, household, id)),

    saveMember: (staff, household, member) => as(staff, (on) => saveMember(on, household, member)),
    correctPerson: (staff, household, what, reason) =>
      as(staff, (on) => correctPerson(on, household, what, reason)),
    reveal: (staff, household, member, part, reason) =>
      as(staff, (on) => reveal(on, household, member, part, reason)),
    talksOf: (staff, household) => as(staff, (on) => talksOf(on, household)),
    assessmentsOf: (staff, household) => as(staff, (on) => assessmentsOf(on, household)),
    eventsOf: (staff, household) => as(staff, (on) => eventsOf(on, household)),
    changesOf: (staff, household) => as(staff, (on) => changesOf(on, household)),
    readersOf: (staff, household) => as(staff, (on) => readersOf(on, household)),
    alikeOf: (staff, household) => as(staff, (on) => alikeOf(on, household)),
    join: (staff, household, other, deed) =>
      as(staff, (on) => joinFiles(on, household, other, deed)),
    refuse: (staff, household, other, deed) =>
      as(staff, (on) => refuseJoining(on, household, other, deed)),
    part: (staff, household, joining) => as(staff, (on) => partFiles(on, household, joining)),
    silent: (staff, since) => as(staff, (on) => silentHouseholds(on, since)),
    noteExport: (staff, household, what) => as(staff, (on) => noteExport(on, household, what)),
  }
}
