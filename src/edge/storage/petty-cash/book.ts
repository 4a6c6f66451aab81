import { problem } from '../../../core/errors.ts'
import type { CashAccount, CashBook, CashLine } from '../../../work/ports/petty-cash.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { type AccountRow, accountOf, accountOfRow, holdAccount, noteCash } from './accounts.ts'

/** Money is put in; the same id again changes nothing. */
export async function topUp(
  on: DeskTx,
  committee: string,
  { id, amount }: { readonly id: string; readonly amount: number },
): Promise<CashAccount> {
  const held = await holdAccount(on, committee)
  const known = await rowOf(on.tx, KNOWN, [on.staff.district, id])
  if (known) return accountOfRow(held)
  const after = await writeLine(on, held, { id, kind: 'top_up', amount })
  await noteCash(on, held, 'petty_cash.top_up', `${amount}`)
  return accountOfRow(after)
}

/** One more line of an account that is held. */
export async function writeLine(
  { tx, staff, at }: DeskTx,
  held: AccountRow,
  line: Pick<CashLine, 'id' | 'kind' | 'amount'> &
    Partial<Pick<CashLine, 'household' | 'record'>> & { readonly firstBy?: string },
): Promise<AccountRow> {
  const { district, id: by } = staff
  const after = { ...held, balance: held.balance + line.amount, lines: held.lines + 1 }
  await rowsOf(tx, MOVE, [district, held.committee_id, after.balance, after.lines])
  await rowsOf(tx, ADD, [
    ...[district, held.committee_id, after.lines, held.street_id, line.id, line.kind, line.amount],
    ...[after.balance, line.household ?? null, line.record ?? null, line.firstBy ?? null, by],
    timestamp(at),
  ])
  return after
}

/** The account with its lines, and their sum over all. */
export async function book(on: DeskTx, committee: string): Promise<CashBook> {
  const { tx, staff } = on
  const account = await accountOf(on, committee)
  if (!account) throw problem('not_found', { account: committee })
  const rows = await rowsOf<LineRow>(tx, LINES, [staff.district, committee])
  const total = await rowOf<{ sum: number }>(tx, SUM, [staff.district, committee])
  return { account, lines: rows.map(lineOf), sum: total?.sum ?? 0 }
}

type LineRow = Pick<CashLine, 'id' | 'seq' | 'kind' | 'amount' | 'balance' | 'at'> & {
  readonly household_id: string | null
  readonly record_id: string | null
  readonly first_by: string | null
  readonly first_name: string | null
  readonly by: string
  readonly by_name: string | null
}

function lineOf({ household_id, record_id, first_by, first_name, by, by_name, ...rest }: LineRow) {
  return {
    ...rest,
    ...{ household: household_id, record: record_id },
    first: first_by === null ? null : { id: first_by, name: first_name ?? '' },
    by: { id: by, name: by_name ?? '' },
  }
}

const KNOWN = {
  name: 'petty_cash_known',
  text: 'select 1 as known from petty_cash_line where district_id = $1 and id = $2',
}
const MOVE = {
  name: 'petty_cash_move',
  text: `update petty_cash set balance = $3, lines = $4 where district_id = $1 and committee_id = $2`,
}
const ADD = {
  name: 'petty_cash_add',
  text: `insert into petty_cash_line (district_id, committee_id, seq, street_id, id, kind, amount, balance,
      household_id, record_id, first_by, by, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
}
const LINES = {
  name: 'petty_cash_lines',
  text: `select l.id, l.seq, l.kind, l.amount, l.balance, l.household_id, l.record_id, l.first_by, l.by, l.at,
      f.name as first_name, b.name as by_name
    from petty_cash_line l
    left join staff f on f.district_id = l.district_id and f.id = l.first_by
    left join staff b on b.district_id = l.district_id and b.id = l.by
    where l.district_id = $1 and l.committee_id = $2 order by l.seq desc limit 500`,
}
const SUM = {
  name: 'petty_cash_sum',
  text: `select coalesce(sum(amount), 0)::bigint as sum from petty_cash_line
    where district_id = $1 and committee_id = $2`,
}
