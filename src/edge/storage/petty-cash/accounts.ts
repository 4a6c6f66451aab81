import { problem } from '../../../core/errors.ts'
import type { CashAccount } from '../../../work/ports/petty-cash.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'

/** Accounts that this person sees, by committee. */
export async function accounts({ tx, staff }: DeskTx): Promise<readonly CashAccount[]> {
  const rows = await rowsOf<AccountRow>(tx, ALL, [staff.district])
  return rows.map(accountOfRow)
}

export async function accountOf(
  { tx, staff }: DeskTx,
  committee: string,
): Promise<CashAccount | null> {
  const row = await rowOf<AccountRow>(tx, ONE, [staff.district, committee])
  return row && accountOfRow(row)
}

/** Holds the account until the end of the transaction. Throws not_found. */
export async function holdAccount({ tx, staff }: DeskTx, committee: string): Promise<AccountRow> {
  const row = await rowOf<AccountRow>(tx, HOLD, [staff.district, committee])
  if (!row) throw problem('not_found', { account: committee })
  return row
}

/** Opens an account, or changes what it allows. */
export async function setLimit(
  on: DeskTx,
  { committee, street }: { readonly committee: string; readonly street: string },
  limit: number,
): Promise<CashAccount> {
  const { tx, staff, at } = on
  const row = await rowOf<AccountRow>(tx, SET, [
    ...[staff.district, committee, street, limit],
    timestamp(at),
  ])
  if (!row) throw problem('not_found', { account: committee })
  await noteCash(on, row, 'petty_cash.limit', `${limit}`)
  return accountOfRow(row)
}

/** One row of the audit about an account. */
export async function noteCash(
  { tx, staff, at }: DeskTx,
  { committee_id, street_id: street }: Pick<AccountRow, 'committee_id' | 'street_id'>,
  act: string,
  reason: string,
): Promise<void> {
  const { id: actor, role, district } = staff
  const object = `petty_cash:${committee_id}`
  await appendAudit(tx, [{ district, street, actor, role, at, act, object, reason, fields: [] }])
}

export type AccountRow = {
  readonly committee_id: string
  readonly street_id: string
  readonly limit_once: number
  readonly balance: number
  readonly lines: number
  readonly opened_at: number
}

export const accountOfRow = (row: AccountRow): CashAccount => ({
  committee: row.committee_id,
  street: row.street_id,
  limit: row.limit_once,
  balance: row.balance,
  openedAt: row.opened_at,
})

const COLUMNS = 'committee_id, street_id, limit_once, balance, lines, opened_at'
const ALL = {
  name: 'petty_cash_all',
  text: `select ${COLUMNS} from petty_cash where district_id = $1 order by committee_id`,
}
const ONE = {
  name: 'petty_cash_one',
  text: `select ${COLUMNS} from petty_cash where district_id = $1 and committee_id = $2`,
}
const HOLD = { name: 'petty_cash_hold', text: `${ONE.text} for no key update` }
const SET = {
  name: 'petty_cash_set',
  text: `insert into petty_cash (district_id, committee_id, street_id, limit_once, opened_at)
    values ($1, $2, $3, $4, $5)
    on conflict (district_id, committee_id) do update set limit_once = excluded.limit_once
    returning ${COLUMNS}`,
}
