import { createHmac } from 'node:crypto'
import type { Order, Taken, Taking } from '../../../work/ports/intake.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { addEvent } from '../cases/case-event.ts'
import { openCase } from '../cases/open-case.ts'
import { raiseAlert } from '../cases/raise-alert.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowOf, rowsOf, type Tx } from '../pool.ts'
import type { KeyRing } from '../seal/key-ring.ts'
import { transaction } from '../transaction.ts'

/** Ends the transaction: the case must draw another number. */
class NumberTaken extends Error {}

/** More versions of one order than anybody sends; further ones are taken for repeats. */
const MOST_VERSIONS = 50

/**
 * One transaction for an order. Its number decides who was first: a second delivery waits for the
 * first one's commit and then finds it.
 */
export async function takeOrder(
  pool: Pool,
  ring: KeyRing,
  district: string,
  taking: Taking,
): Promise<Taken> {
  try {
    return await transaction(pool, null, async (tx) => {
      const { order, file, at } = taking
      const { source, number, receivedAt } = order
      const hash = hashOf(ring, order)
      const inserted = await rowOf(tx, INSERT, [
        ...[district, source, number, file.id, file.number, hash],
        ...[receivedAt === null ? null : timestamp(receivedAt), timestamp(at)],
      ])
      if (inserted) return openNew(tx, ring, taking)
      return addToKnown(tx, ring, district, taking, hash)
    })
  } catch (error) {
    if (error instanceof NumberTaken) return { status: 'number_taken' }
    throw error
  }
}

async function openNew(tx: Tx, ring: KeyRing, taking: Taking): Promise<Taken> {
  const { file, order, at } = taking
  // Nobody wrote: there is no talk to take over and nobody to be answered.
  const opening = { file, conversation: null, channel: order.source, at }
  if ((await openCase(tx, ring, opening)) === 'number_taken') throw new NumberTaken()
  const { district, street = '' } = file.route
  const detail = { source: order.source, order: order.number }
  const event = { district, case: file.id, at, kind: 'order_taken', actor: order.source, detail }
  await addEvent(tx, ring, event)
  await alarm(tx, taking, file.id)
  const entry = { district, street, actor: order.source, role: 'system', at } as const
  await appendAudit(tx, [{ ...entry, act: 'case.opened_by_order', object: `case:${file.id}` }])
  return { status: 'opened', case: file.number }
}

/**
 * The same words are a repeat. Other words under a known number are more about the same case; when that is
 * over they open the next one, because nobody looks into a closed case.
 */
async function addToKnown(
  tx: Tx,
  ring: KeyRing,
  house: string,
  taking: Taking,
  hash: Buffer,
): Promise<Taken> {
  const { order, at } = taking
  const known = await rowOf<Known>(tx, HOLD, [house, order.source, order.number])
  if (known === null) throw new Error('an order was there and is not')
  const { case_id: id, case_number: number, hashes, over } = known
  if (hashes.length >= MOST_VERSIONS || hashes.some((each) => each.equals(hash))) {
    return { status: 'known', case: number }
  }
  await rowsOf(tx, ADD, [house, order.source, order.number, hash])
  if (over) {
    const next = [taking.file.id, taking.file.number]
    await rowsOf(tx, NEXT_CASE, [house, order.source, order.number, ...next])
    return openNew(tx, ring, taking)
  }
  const detail = { source: order.source, order: order.number }
  const line = { district: house, case: id, at, kind: 'order_added', actor: order.source, detail }
  await addEvent(tx, ring, { ...line, words: wordsOf(order) })
  await alarm(tx, taking, id)
  return { status: 'added', case: number }
}

/** Danger in the words calls the duty at once. */
async function alarm(tx: Tx, { file, alert, conversation, at }: Taking, id: string) {
  if (alert === null) return
  const { district, street = null } = file.route
  await raiseAlert(tx, { ...alert, district, street, case: id, conversation, raisedAt: at })
}

/** All that a person could have changed, for the adviser to compare. */
const wordsOf = ({ name, phone, address, text }: Order): string =>
  [name, phone, address, text].filter((each) => each !== null).join('\n')

/** Keyed, because a name and a phone number are easily guessed. */
function hashOf(ring: KeyRing, { name, phone, address, text, dueAt, kind }: Order): Buffer {
  const words = JSON.stringify(['order', name, phone, address, text, dueAt, kind])
  return createHmac('sha256', ring.index).update(words).digest()
}

type Known = {
  readonly case_id: string
  readonly case_number: string
  readonly hashes: readonly Buffer[]
  /** Its case is closed or withdrawn. */
  readonly over: boolean
}

const INSERT = {
  name: 'intake_insert',
  text: `insert into intake_order (district_id, source, number, case_id, case_number, hashes,
           received_at, taken_at)
         values ($1, $2, $3, $4, $5, array[$6::bytea], $7, $8)
         on conflict do nothing returning case_id`,
}
const HOLD = {
  name: 'intake_hold',
  text: `select o.case_id, o.case_number, o.hashes, c.status in ('closed', 'withdrawn') as over
         from intake_order o join help_case c on c.id = o.case_id
         where o.district_id = $1 and o.source = $2 and o.number = $3 for update of o`,
}
const ADD = {
  name: 'intake_add',
  text: `update intake_order set hashes = hashes || $4::bytea
         where district_id = $1 and source = $2 and number = $3`,
}
const NEXT_CASE = {
  name: 'intake_next_case',
  text: `update intake_order set case_id = $4, case_number = $5, told_seq = 0, watched = true
         where district_id = $1 and source = $2 and number = $3`,
}
