import { problem } from '../../../core/errors.ts'
import { shanghai } from '../../../core/time.ts'
import { proposePlace } from '../../../core/understanding/place/propose-place.ts'
import type { CaseStore } from '../../../work/ports/cases.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { admitOffered } from './admit-offered.ts'
import { MOVES, moveHome } from './answer-transfer.ts'
import type { DeskTx } from './desk-tx.ts'
import { type Held, holdCase } from './hold-case.ts'
import { streetsOf } from './scope.ts'
import { sealedFile } from './sealed-file.ts'
import { writeLine } from './write-line.ts'

/**
 * A person says where the home is (人工分派): the case moves there with its history, and the words of
 * its address become a proposal for data/places. A case without a street goes to any of the district; one
 * that has a street stays in those of this person, and reaches others by a transfer.
 */
export async function placeCase(
  on: DeskTx,
  number: string,
  { version, street, committee, route, reason, note }: Parameters<CaseStore['placeCase']>[2],
): Promise<number> {
  const { tx, ring, staff, at } = on
  const held = await holdCase(tx, { staff, number, act: 'place', version: version ?? null, at })
  const own = streetsOf(staff)
  const may = held.street_id === '' || own === null || own.includes(street)
  if (!may) throw problem('not_allowed', { street })
  // The case has been seen: all of it may go to where this person may see nothing.
  await admitOffered(tx, [held])
  const sees = own === null || own.includes(street)
  const leaves = held.street_id !== street && !(sees && held.claimed_by === staff.id)
  const { queue, rule, facts, site, formal } = route
  const chain = JSON.stringify({ rule, facts, site, formal })
  const where = [street, committee ?? null, timestamp(at), leaves, queue, chain]
  const values = [staff.district, held.id, ...where]
  const row = await rowOf<{ version: number }>(tx, PLACE, values)
  if (held.street_id !== street) {
    for (const move of MOVES) await rowsOf(tx, move, [staff.district, held.id, street])
    await moveHome(on, held, street)
  }
  await rowsOf(tx, HOME, [staff.district, held.household_id, committee ?? null])
  await propose(on, held, street, committee ?? '')
  const detail = { from: held.street_id, to: street, committee: committee ?? null, reason, rule }
  const words = note === '' ? {} : { words: { text: note } }
  const line = { kind: 'placed', at, detail, ...words }
  await writeLine(tx, ring, staff, { ...held, street_id: street }, line)
  return row?.version ?? 0
}

async function propose(on: DeskTx, held: Held, street: string, committee: string): Promise<void> {
  const { tx, staff, at } = on
  const address = (await sealedFile(on, held))?.address
  const found = address ? proposePlace(address) : null
  if (!found) return
  const { kind, words } = found
  const house = found.kind === 'road' ? found.number : 0
  const day = shanghai(at).day
  await rowsOf(tx, PROPOSE, [staff.district, kind, words, house, street, committee, day])
}

/** Who has the case may not see it where it goes: then it waits there. */
const PLACE = {
  name: 'case_place',
  text: `update help_case set street_id = $3, committee_id = $4, placed_at = $5,
      status = case when $6 and status = 'claimed' then 'waiting' else status end,
      stage = case when $6 and status = 'claimed' then 'routing' else stage end,
      left_by = coalesce(claimed_by, left_by),
      claimed_by = case when $6 then null else claimed_by end,
      claimed_at = case when $6 then null else claimed_at end,
      snoozed_until = case when $6 then null else snoozed_until end,
      queue = $7, route = $8::jsonb, version = version + 1
    where district_id = $1 and id = $2 returning version`,
}
const HOME = {
  name: 'household_place',
  text: 'update household set committee_id = $3 where district_id = $1 and id = $2',
}
const PROPOSE = {
  name: 'place_propose',
  text: `insert into place_proposal as p
      (district_id, kind, words, number, street_id, committee_id, last_on)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (district_id, kind, words, number, street_id, committee_id)
    do update set seen = p.seen + 1, last_on = excluded.last_on`,
}
