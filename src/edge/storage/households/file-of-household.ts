import { problem } from '../../../core/errors.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { rowOf } from '../pool.ts'

/** The household whose file is meant; the one that it was joined to, where it was. */
export type FileRow = {
  readonly id: string
  readonly street_id: string
  readonly committee_id: string | null
  readonly data_key: Buffer | null
  readonly adviser_id: string | null
  readonly opened_at: number
  readonly sample: boolean
}

/** By the id of a household or the number of a case. Throws not_found also for what is not theirs. */
export async function fileOfHousehold({ tx, staff }: DeskTx, idOrNumber: string): Promise<FileRow> {
  const byId = UUID.test(idOrNumber)
  const row = await rowOf<FileRow>(tx, byId ? BY_ID : BY_NUMBER, [staff.district, idOrNumber])
  if (!row) throw problem('not_found', { household: idOrNumber })
  return row
}

/**
 * The same, held until the end of the transaction: what is written now goes along to whichever street the household
 * is moved to in this moment. Throws not_found when it has just left. Who was asked to a conference sees the household
 * and cannot hold it.
 */
export async function holdFile(on: DeskTx, idOrNumber: string): Promise<FileRow> {
  const { id } = await fileOfHousehold(on, idOrNumber)
  const row = await rowOf<FileRow>(on.tx, HOLD, [on.staff.district, id])
  return row ?? fileOfHousehold(on, id)
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const COLUMNS = `f.id, f.street_id, f.committee_id, f.data_key, f.adviser_id, f.opened_at, f.sample`
const BY_ID = {
  name: 'file_by_id',
  text: `select ${COLUMNS} from household h
    join household f on f.district_id = h.district_id and f.id = coalesce(h.merged_into, h.id)
    where h.district_id = $1 and h.id = $2`,
}
const HOLD = {
  name: 'file_hold',
  text: `select ${COLUMNS} from household f where f.district_id = $1 and f.id = $2 for share`,
}
const BY_NUMBER = {
  name: 'file_by_number',
  text: `select ${COLUMNS} from help_case c
    join household h on h.district_id = c.district_id and h.id = c.household_id
    join household f on f.district_id = h.district_id and f.id = coalesce(h.merged_into, h.id)
    where c.district_id = $1 and c.number = $2`,
}
