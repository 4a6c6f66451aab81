import type { CaseFile } from '../../../core/casework/case-file.ts'
import { LONGEST } from '../../../core/casework/search-tokens.ts'
import { exactIndex } from '../households/exact-index.ts'
import { rowsOf, type Tx } from '../pool.ts'
import { blindIndex, type DataKey, type KeyRing } from '../seal/key-ring.ts'
import { seal } from '../seal/seal.ts'
import { placeOf } from './household-key.ts'
import { searchIndex } from './search-index.ts'

/** The person of a case: name and phone sealed, both findable by blind indexes. */
export async function filePerson(
  tx: Tx,
  ring: KeyRing,
  key: DataKey,
  file: CaseFile,
  known?: KnownPerson | null,
) {
  const { district, street = '' } = file.route
  const { name, phone } = file
  const digits = phone?.replace(/\D/g, '') ?? ''
  const index = digits === '' ? null : blindIndex(ring, digits)
  const search = [
    ...searchIndex(ring, street, name, phone),
    ...exactIndex(ring, { phone, address: file.address }),
  ]
  // A name longer than its indexed part may differ behind it.
  const whole = [...(name ?? '')].length <= LONGEST
  if (known && whole && isSame(known, index, search)) return
  const sealed = seal(key, placeOf('person', file.id), { name, phone })
  await rowsOf(tx, UPSERT, [district, file.id, street, sealed, index, search])
}

/** Blind indexes as they are stored: of the whole number, and of the name with its parts. */
export type KnownPerson = {
  readonly phone_index: Buffer | null
  readonly search: readonly Buffer[] | null
}

/** Where the indexes are the same, name and number are. */
function isSame(known: KnownPerson, index: Buffer | null, search: readonly Buffer[]): boolean {
  const { phone_index: before, search: tokens } = known
  const samePhone = before === null || index === null ? before === index : before.equals(index)
  if (!samePhone || tokens?.length !== search.length) return false
  return search.every((token, at) => tokens[at]?.equals(token))
}

const UPSERT = {
  name: 'person_file',
  // What a person is found by is written anew only when it changed: most updates change nothing.
  text: `with before as (
      select search from person where district_id = $1 and household_id = $2 and id = $2
    ), filed as (
      insert into person (district_id, household_id, id, street_id, sealed, phone_index, search)
      values ($1, $2, $2, $3, $4, $5, $6)
      on conflict (district_id, household_id, id) do update
      set street_id = excluded.street_id, sealed = excluded.sealed,
          phone_index = excluded.phone_index, search = excluded.search
    ), gone as (
      delete from person_token using before
      where district_id = $1 and household_id = $2 and person_id = $2
        and before.search <> $6::bytea[] and not token = any($6::bytea[])
    )
    insert into person_token (district_id, household_id, person_id, token, street_id)
    select distinct $1, $2::uuid, $2::uuid, token, $3 from unnest($6::bytea[]) as t (token)
    where not exists (select from before where search = $6::bytea[])
    on conflict do nothing`,
}
