import type { CaseFile } from '../../../core/casework/case-file.ts'
import { type CaseRow, fileOf } from '../cases/desk-row.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { rowsOf } from '../pool.ts'
import { type DataKey, openDataKey } from '../seal/key-ring.ts'

/** A request of a file with the key of its own household; null where it was erased. */
export type CaseOfFile = {
  readonly id: string
  readonly number: string
  readonly household: string
  readonly street: string
  readonly opened_at: number
  readonly channel: string
  readonly conversation: string | null
  readonly key: DataKey | null
  readonly file: CaseFile | null
}

/** The requests of a file and of all that were joined to it, newest first. */
export async function casesOfFile(
  { tx, ring, staff }: DeskTx,
  file: string,
): Promise<readonly CaseOfFile[]> {
  const rows = await rowsOf<Row>(tx, CASES, [staff.district, file])
  return rows.map(({ data_key, sealed, noted, ...row }) => {
    const key = data_key === null ? null : openDataKey(ring, data_key)
    return { ...row, key, file: fileOf(key, { id: row.id, sealed, noted }) }
  })
}

/** Ids of the file and of all that were joined to it. */
export async function idsOfFile({ tx, staff }: DeskTx, file: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ id: string }>(tx, IDS, [staff.district, file])
  return rows.map(({ id }) => id)
}

type Row = Omit<CaseOfFile, 'key' | 'file'> &
  Pick<CaseRow, 'sealed' | 'noted'> & { readonly data_key: Buffer | null }

const CASES = {
  name: 'file_cases',
  text: `select c.id, c.number, c.household_id as household, c.street_id as street, c.opened_at,
      c.channel, c.conversation_id as conversation, c.sealed, c.noted, h.data_key
    from household h
    join help_case c on c.district_id = h.district_id and c.household_id = h.id
    where h.district_id = $1 and (h.id = $2 or h.merged_into = $2)
    order by c.opened_at desc, c.id`,
}
const IDS = {
  name: 'file_ids',
  text: `select id from household where district_id = $1 and (id = $2 or merged_into = $2)`,
}
