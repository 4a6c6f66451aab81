import { problem } from '../../../core/errors.ts'
import type { FileRecord } from '../../../work/ports/household-files.ts'
import type { CashPayment } from '../../../work/ports/petty-cash.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { listRecords } from '../households/list-records.ts'
import { changeRecord } from '../households/write-record.ts'
import { holdAccount, noteCash } from './accounts.ts'
import { writeLine } from './book.ts'

/**
 * The second of two persons pays what the first asked for (双人签批). The account is held first: whoever comes
 * at the same moment waits, and then sees what is left.
 */
export async function pay(
  on: DeskTx,
  { household, id, version, committee, at, dueOn }: CashPayment,
): Promise<FileRecord> {
  const held = await holdAccount(on, committee)
  const asked = (await listRecords(on, household, ['aid'])).find((record) => record.id === id)
  if (!asked) throw problem('not_found', { record: id })
  if (asked.version !== version) throw problem('stale', { version: asked.version })
  const { amount, detail } = asked
  const first = typeof detail.first === 'string' ? detail.first : null
  if (asked.state !== 'asked' || amount === null || first === null) {
    throw problem('bad_request', { field: 'state' })
  }
  if (first === on.staff.id) throw problem('same_person')
  if (amount > held.limit_once) throw problem('over_limit', { field: 'amount' })
  if (amount > held.balance) throw problem('too_little_cash', { field: 'amount' })
  const line = { id, kind: 'payment', amount: -amount, household: asked.household } as const
  await writeLine(on, held, { ...line, record: id, firstBy: first })
  const steps = { ...(detail.steps as object | undefined), paid: at }
  const paid = await changeRecord(on, household, id, version, {
    ...{ state: 'paid', dueOn, detail: { ...detail, second: on.staff.id, committee, steps } },
  })
  await noteCash(on, held, 'petty_cash.payment', `${amount}`)
  return paid
}
