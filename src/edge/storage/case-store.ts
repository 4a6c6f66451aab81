import type { Staff } from '../../core/people/role.ts'
import type { CaseStore, FiledCase } from '../../work/ports/cases.ts'
import type { Clock } from '../../work/ports/clock.ts'
import type { QueueAsk, QueueFound } from '../../work/ports/desk.ts'
import { readLog } from './audit/read-log.ts'
import { addNote } from './cases/add-note.ts'
import { acknowledgeAlert, listAlerts } from './cases/alerts.ts'
import { acceptTransfer, declineTransfer } from './cases/answer-transfer.ts'
import { askedTogether } from './cases/asked-together.ts'
import { claimCase, claimNext } from './cases/claim-case.ts'
import { closeCase, reopenCase } from './cases/close-case.ts'
import { listColleagues, setDuty } from './cases/colleagues.ts'
import { capture, setIndicator } from './cases/decide.ts'
import type { DeskTx } from './cases/desk-tx.ts'
import { fileConfirmed } from './cases/file-confirmed.ts'
import { type Listed, listCases, ownCounts, readOf, sharedKey } from './cases/list-cases.ts'
import { noteContact, noteTry } from './cases/note-contact.ts'
import { listNotices, seeNotices } from './cases/notices.ts'
import { offerTransfer } from './cases/offer-transfer.ts'
import { orderErasure } from './cases/order-erasure.ts'
import { addPhrase, changePhrase, dropPhrase, listPhrases } from './cases/phrases.ts'
import { placeCase } from './cases/place-case.ts'
import { readCase } from './cases/read-case.ts'
import { releaseCase, unclaimCase } from './cases/release-case.ts'
import { revealPhone } from './cases/reveal-phone.ts'
import { settingsOf } from './cases/scope.ts'
import { listTalks, seesCase, talkOf } from './cases/sees-case.ts'
import { settleSuspect } from './cases/settle-suspect.ts'
import { snoozeCase } from './cases/snooze-case.ts'
import type { Pool } from './pool.ts'
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
  const as = <T>(staff: Staff, fn: (on: DeskTx) => Promise<T>) =>
    transaction(pool, settingsOf(staff), (tx) => fn({ tx, ring, staff, at: clock.now() }))
  const log = readLog(pool)
  const together = askedTogether<Listed>()
  const list = async (staff: Staff, ask: QueueAsk): Promise<QueueFound> => {
    const key = sharedKey(staff, ask)
    const read = () => as(staff, ({ tx, at }) => listCases(tx, ring, staff, ask, at))
    const [found, own] = await Promise.all([
      key === null ? read() : together(key, read),
      as(staff, ({ tx, at }) => ownCounts(tx, staff, at)),
    ])
    if (found.rows.length > 0) await log(readOf(staff, ask.list, found.rows, clock.now()))
    return { ...found, lists: { ...found.lists, mine: own.mine }, wakes: own.wakes }
  }
  const open = async (staff: Staff, number: string): Promise<FiledCase> => {
    const { found, read } = await as(staff, (on) => readCase(on, number))
    await log(read)
    return found
  }
  const mistake = { reason: 'other', note: '' } as const
  return {
    listCases: list,
    readCase: open,
    seesCase: (staff, number) => as(staff, ({ tx }) => seesCase(tx, staff, number)),
    listTalks: (staff) => as(staff, ({ tx }) => listTalks(tx, staff)),
    talkOf: (staff, number) => as(staff, ({ tx }) => talkOf(tx, staff, number)),
    revealPhone: (staff, number, reason) => as(staff, (on) => revealPhone(on, number, reason)),
    claimCase: (staff, number, version) =>
      as(staff, ({ tx, at }) => claimCase(tx, staff, number, version, at)),
    claimNext: (staff) => as(staff, ({ tx, at }) => claimNext(tx, staff, at)),
    unclaimCase: (staff, number, version) => as(staff, (on) => unclaimCase(on, number, version)),
    releaseCase: (staff, number, version, why = mistake) =>
      as(staff, (on) => releaseCase(on, number, version, why)),
    noteContact: (staff, number) => as(staff, (on) => noteContact(on, number)),
    noteTry: (staff, number, tried) => as(staff, (on) => noteTry(on, number, tried)),
    addNote: (staff, number, note) => as(staff, (on) => addNote(on, number, note)),
    setIndicator: (staff, number, set) => as(staff, (on) => setIndicator(on, number, set)),
    capture: (staff, number, what) => as(staff, (on) => capture(on, number, what)),
    fileConfirmed: (staff, number, version, confirmed) =>
      as(staff, (on) => fileConfirmed(on, number, version, confirmed)),
    offerTransfer: (staff, number, version, ask) =>
      as(staff, (on) => offerTransfer(on, number, version, ask)),
    acceptTransfer: (staff, number, version) =>
      as(staff, (on) => acceptTransfer(on, number, version)),
    declineTransfer: (staff, number, version, why) =>
      as(staff, (on) => declineTransfer(on, number, version, why)),
    placeCase: (staff, number, where) => as(staff, (on) => placeCase(on, number, where)),
    closeCase: (staff, number, version, how) =>
      as(staff, (on) => closeCase(on, number, version, how)),
    reopenCase: (staff, number, version, why) =>
      as(staff, (on) => reopenCase(on, number, version, why)),
    orderErasure: (staff, number, version, reason) =>
      as(staff, (on) => orderErasure(on, number, version, reason)),
    listColleagues: (staff) => as(staff, listColleagues),
    setDuty: (staff, on) => as(staff, (desk) => setDuty(desk, on)),
    snoozeCase: (staff, number, version, how) =>
      as(staff, (on) => snoozeCase(on, number, version, how)),
    settleSuspect: (staff, number, how) => as(staff, (on) => settleSuspect(on, number, how)),
    listPhrases: (staff) => as(staff, listPhrases),
    addPhrase: (staff, phrase) => as(staff, (on) => addPhrase(on, phrase)),
    changePhrase: (staff, id, words) => as(staff, (on) => changePhrase(on, id, words)),
    dropPhrase: (staff, id) => as(staff, (on) => dropPhrase(on, id)),
    listNotices: (staff) => as(staff, listNotices),
    seeNotices: (staff) => as(staff, seeNotices),
    listAlerts: (staff) => as(staff, ({ tx }) => listAlerts(tx, staff)),
    acknowledgeAlert: (staff, id) => as(staff, ({ tx, at }) => acknowledgeAlert(tx, staff, id, at)),
  }
}
