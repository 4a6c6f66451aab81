import type { Staff } from '../../core/people/role.ts'
import type { HouseholdFiles } from '../../work/ports/household-files.ts'
import { readLog } from './audit/read-log.ts'
import type { CaseStoreParts } from './case-store.ts'
import type { DeskTx } from './cases/desk-tx.ts'
import { settingsOf } from './cases/scope.ts'
import { alikeOf } from './households/alike-of.ts'
import { assessmentsOf } from './households/assessments-of.ts'
import { correctPerson } from './households/correct-person.ts'
import { fileOfHousehold } from './households/file-of-household.ts'
import { findHouseholds } from './households/find-households.ts'
import { headsOf } from './households/head-of.ts'
import { changesOf, eventsOf, readersOf } from './households/history-of.ts'
import { joinFiles, partFiles, refuseJoining } from './households/join-files.ts'
import { findRecords, listRecords, pastOf } from './households/list-records.ts'
import { noteExport, openHousehold, setAdviser } from './households/open-household.ts'
import { readFiles } from './households/read-files.ts'
import { reveal } from './households/reveal.ts'
import { saveMember } from './households/save-member.ts'
import { silentHouseholds } from './households/silent-households.ts'
import { talksOf } from './households/talks-of.ts'
import { addRecord, addToAll, changeRecord } from './households/write-record.ts'
import { writeTogether } from './households/write-together.ts'
import { transaction } from './transaction.ts'

/**
 * The files of households. Each verb is one transaction in the name of one person; what it read of somebody is written
 * down before it is given out.
 */
export function householdStore({ pool, ring, clock }: CaseStoreParts): HouseholdFiles {
  const as = <T>(staff: Staff, fn: (on: DeskTx) => Promise<T>) =>
    transaction(pool, settingsOf(staff), (tx) => fn({ tx, ring, staff, at: clock.now() }))
  const seen = readFiles(readLog(pool), clock.now)
  const heads = async (staff: Staff, fn: (on: DeskTx) => ReturnType<typeof headsOf>) =>
    seen.heads(staff, await as(staff, fn))
  const part = async <T>(staff: Staff, household: string, fn: (on: DeskTx) => Promise<T>) => {
    const found = await as(staff, fn)
    await seen.part(staff, household, () => as(staff, (on) => fileOfHousehold(on, household)))
    return found
  }
  return {
    openHousehold: (staff, which) => as(staff, (on) => openHousehold(on, which)),
    headsOf: (staff, ids) => heads(staff, (on) => headsOf(on, ids)),
    findHouseholds: (staff, typed) => heads(staff, (on) => findHouseholds(on, typed)),
    setAdviser: (staff, household, adviser) =>
      as(staff, (on) => setAdviser(on, household, adviser)),
    listRecords: (staff, household, kinds) =>
      part(staff, household, (on) => listRecords(on, household, kinds)),
    findRecords: (staff, ask) => as(staff, (on) => findRecords(on, ask)),
    addRecord: (staff, household, record) => as(staff, (on) => addRecord(on, household, record)),
    addToAll: (staff, households, record) => as(staff, (on) => addToAll(on, households, record)),
    changeRecord: (staff, household, id, version, change) =>
      as(staff, (on) => changeRecord(on, household, id, version, change)),
    writeTogether: (staff, household, writes) =>
      as(staff, (on) => writeTogether(on, household, writes)),
    pastOf: (staff, household, id) => part(staff, household, (on) => pastOf(on, household, id)),

    saveMember: (staff, household, member) => as(staff, (on) => saveMember(on, household, member)),
    correctPerson: (staff, household, what, reason) =>
      as(staff, (on) => correctPerson(on, household, what, reason)),
    reveal: (staff, household, member, part, reason) =>
      as(staff, (on) => reveal(on, household, member, part, reason)),
    talksOf: (staff, household) => part(staff, household, (on) => talksOf(on, household)),
    assessmentsOf: (staff, household) =>
      part(staff, household, (on) => assessmentsOf(on, household)),
    eventsOf: (staff, household) => part(staff, household, (on) => eventsOf(on, household)),
    changesOf: (staff, household) => part(staff, household, (on) => changesOf(on, household)),
    readersOf: (staff, household) => as(staff, (on) => readersOf(on, household)),
    alikeOf: (staff, household) => part(staff, household, (on) => alikeOf(on, household)),
    join: (staff, household, other, deed) =>
      as(staff, (on) => joinFiles(on, household, other, deed)),
    refuse: (staff, household, other, deed) =>
      as(staff, (on) => refuseJoining(on, household, other, deed)),
    part: (staff, household, joining) => as(staff, (on) => partFiles(on, household, joining)),
    silent: (staff, since) => as(staff, (on) => silentHouseholds(on, since)),
    noteExport: (staff, household, what) => as(staff, (on) => noteExport(on, household, what)),
  }
}
