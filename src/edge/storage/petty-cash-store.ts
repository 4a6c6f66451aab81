import type { Staff } from '../../core/people/role.ts'
import type { PettyCash } from '../../work/ports/petty-cash.ts'
import type { CaseStoreParts } from './case-store.ts'
import type { DeskTx } from './cases/desk-tx.ts'
import { settingsOf } from './cases/scope.ts'
import { accountOf, accounts, setLimit } from './petty-cash/accounts.ts'
import { book, topUp } from './petty-cash/book.ts'
import { pay } from './petty-cash/pay.ts'
import { transaction } from './transaction.ts'

/** The petty cash of communities. Each verb is one transaction in the name of one person. */
export function pettyCashStore({ pool, ring, clock }: CaseStoreParts): PettyCash {
  const as = <T>(staff: Staff, fn: (on: DeskTx) => Promise<T>) =>
    transaction(pool, settingsOf(staff), (tx) => fn({ tx, ring, staff, at: clock.now() }))
  return {
    accounts: (staff) => as(staff, accounts),
    accountOf: (staff, committee) => as(staff, (on) => accountOf(on, committee)),
    setLimit: (staff, at, limit) => as(staff, (on) => setLimit(on, at, limit)),
    topUp: (staff, committee, line) => as(staff, (on) => topUp(on, committee, line)),
    book: (staff, committee) => as(staff, (on) => book(on, committee)),
    pay: (staff, payment) => as(staff, (on) => pay(on, payment)),
  }
}
