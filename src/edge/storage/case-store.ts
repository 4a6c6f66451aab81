import type { Staff } from '../../core/people/role.ts'
import type { CaseStore } from '../../work/ports/cases.ts'
import type { Clock } from '../../work/ports/clock.ts'
import { acknowledgeAlert, listAlerts } from './cases/alerts.ts'
import { claimCase, claimNext, releaseCase } from './cases/claim-case.ts'
import { listMine, listQueue } from './cases/list-queue.ts'
import { noteContact } from './cases/note-contact.ts'
import { readCase } from './cases/read-case.ts'
import { settingsOf } from './cases/scope.ts'
import type { Pool, Tx } from './pool.ts'
import type { KeyRing } from './seal/key-ring.ts'
import { transaction } from './transaction.ts'

export type CaseStoreParts = {
  /** Of the role hearth_desk: row security stands between the desk and foreign streets. */
  readonly pool: Pool
  readonly ring: KeyRing
  readonly clock: Clock
}

/** The desk's side of the cases. Each verb is one transaction in the name of one person. */
export function caseStore({ pool, ring, clock }: CaseStoreParts): CaseStore {
  const as = <T>(staff: Staff, fn: (tx: Tx) => Promise<T>) =>
    transaction(pool, settingsOf(staff), fn)
  return {
    listQueue: (staff) => as(staff, (tx) => listQueue(tx, ring, staff, clock.now())),
    listMine: (staff) => as(staff, (tx) => listMine(tx, ring, staff, clock.now())),
    readCase: (staff, number) => as(staff, (tx) => readCase(tx, ring, staff, number, clock.now())),
    claimCase: (staff, number, version) =>
      as(staff, (tx) => claimCase(tx, staff, number, version, clock.now())),
    claimNext: (staff) => as(staff, (tx) => claimNext(tx, staff, clock.now())),
    releaseCase: (staff, number, version) =>
      as(staff, (tx) => releaseCase(tx, staff, number, version, clock.now())),
    noteContact: (staff, number) => as(staff, (tx) => noteContact(tx, staff, number, clock.now())),
    listAlerts: (staff) => as(staff, (tx) => listAlerts(tx, staff)),
    acknowledgeAlert: (staff, id) =>
      as(staff, (tx) => acknowledgeAlert(tx, staff, id, clock.now())),
  }
}
