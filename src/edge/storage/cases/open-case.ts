import type { CaseOpening } from '../../../work/ports/cases.ts'
import { timestamp } from '../column-types.ts'
import { withOwnAdviser } from '../households/own-adviser.ts'
import { rowOf, rowsOf, type Tx } from '../pool.ts'
import { type KeyRing, newDataKey } from '../seal/key-ring.ts'
import { seal } from '../seal/seal.ts'
import { CASE_COLUMNS, columnsOf } from './case-columns.ts'
import { fileAssessment } from './file-assessment.ts'
import { filePerson } from './file-person.ts'
import { placeOf } from './household-key.ts'
import { sealCard } from './seal-card.ts'

/**
 * A case, its household, the person and the first assessment. Each case opens a household of its
 * own under the same id: joining two files is a person's decision (一户一档), never a guess by phone
 * number. Repeated with the same case id it does nothing.
 */
export async function openCase(
  tx: Tx,
  ring: KeyRing,
  opening: CaseOpening,
): Promise<'opened' | 'known' | 'number_taken'> {
  const { conversation, channel, sample = false } = opening
  const file = await withOwnAdviser(tx, ring, opening.file)
  const { district } = file.route
  const { wrapped, key } = newDataKey(ring)
  const opened = timestamp(file.openedAt)
  const inserted = await rowOf(tx, INSERT, [
    district,
    file.id,
    file.number,
    opened,
    conversation?.bucket ?? null,
    conversation?.id ?? null,
    channel,
    file.source,
    seal(key, placeOf('help_case', file.id), file),
    sample,
    sealCard(key, file),
    ...columnsOf(file),
  ])
  if (!inserted) return (await rowOf(tx, KNOWN, [file.id])) ? 'known' : 'number_taken'
  const { street = '', committee = null } = file.route
  await rowsOf(tx, HOUSEHOLD, [district, file.id, street, committee, wrapped, sample, opened])
  await filePerson(tx, ring, key, file)
  await fileAssessment(tx, key, file, opening.at, { seq: 0, same: false })
  return 'opened'
}

const FIXED = 11
const INSERT = {
  name: 'case_open',
  // Either the id is known or the number is taken: both leave the transaction whole.
  text: `insert into help_case (district_id, id, household_id, number, opened_at, bucket,
           conversation_id, channel, source, sealed, sample, card,
           ${CASE_COLUMNS.join(', ')})
         values ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
           ${CASE_COLUMNS.map((_, at) => `$${FIXED + 1 + at}`).join(', ')})
         on conflict do nothing returning id`,
}
const KNOWN = { name: 'case_known', text: 'select id from help_case where id = $1' }
const HOUSEHOLD = {
  name: 'household_open',
  text: `insert into household (district_id, id, street_id, committee_id, data_key, sample, opened_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
}
