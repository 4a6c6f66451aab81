import { drawSample } from '../../../core/casework/draw-sample.ts'
import { uuidOf } from '../../../core/casework/seeded-hash.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { Sample } from '../../ports/supervision.ts'
import { allBetween } from './all-between.ts'
import type { SupervisionParts } from './create-supervision.ts'

/** Kinds of records that are looked at, and the state in which they are finished. */
const LOOKED_AT = ['service', 'follow_up']

/**
 * Draws records that somebody else wrote and nobody has drawn before. Ids follow from the seed: a draw that was
 * cut off and is sent again goes on where it stopped.
 */
export async function drawChecks(
  { files, now }: SupervisionParts,
  staff: Staff,
  { id: seed, from, to, street, percent, least }: Sample,
): Promise<readonly FileRecord[]> {
  if (from > to) throw problem('bad_request', { field: 'from' })
  const where = { from, to, ...(street === undefined ? {} : { street }) }
  const records = await allBetween(files, staff, { kinds: LOOKED_AT, ...where })
  const { day } = shanghai(now())
  const drawn = await allBetween(files, staff, { kinds: ['check'], from, to: day })
  const known = new Set(
    drawn.filter(({ group }) => group !== seed).map(({ detail }) => detail.record),
  )
  const ripe = records
    .filter(({ state, id }) => state === 'done' && !known.has(id))
    .map((record) => ({ ...record, author: record.changedBy.id }))
    .filter(({ author }) => author !== staff.id)
  const checks: FileRecord[] = []
  for (const record of drawSample(ripe, { percent, least }, seed)) {
    const { id, household, kind, author } = record
    const check = {
      ...{ id: uuidOf(`${seed}/${id}`), kind: 'check', group: seed, day, owner: staff.id },
      detail: { record: id, of: kind, author, score: null, round: 0 },
      body: {},
    }
    checks.push(await files.addRecord(staff, household, check))
  }
  return checks
}
