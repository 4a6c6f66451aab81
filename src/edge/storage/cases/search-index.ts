import { tokenFor, tokensOf } from '../../../core/casework/search-tokens.ts'
import { rowsOf, type Tx } from '../pool.ts'
import { blindIndex, type KeyRing } from '../seal/key-ring.ts'

/**
 * The blind indexes under which a person is found: keyed, and salted by the street, so that the four
 * digits of a phone tell nothing outside of it.
 */
export function searchIndex(
  ring: KeyRing,
  street: string,
  name: string | null,
  phone: string | null,
): readonly Buffer[] {
  return tokensOf(name, phone).map((token) => blindIndex(ring, `${street}\n${token}`))
}

/** Ids of cases by number, either half of it, name or the last four digits of the phone; at most 500. */
export async function lookUp(
  tx: Tx,
  ring: KeyRing,
  district: string,
  scope: readonly string[] | null,
  typed: string,
): Promise<readonly string[]> {
  const text = typed.trim()
  const digits = text.replaceAll(/\D/g, '')
  const number = digits.length === 8 ? `${digits.slice(0, 4)}-${digits.slice(4)}` : text
  const streets = scope ?? (await everyStreet(tx, district))
  const indexes = streets.map((street) => blindIndex(ring, `${street}\n${tokenFor(text)}`))
  const rows = await rowsOf<{ id: string }>(tx, LOOK_UP, [district, number, text, indexes])
  return rows.map(({ id }) => id)
}

async function everyStreet(tx: Tx, district: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ street_id: string }>(tx, STREETS, [district])
  return rows.map(({ street_id }) => street_id)
}

const LOOK_UP = {
  name: 'desk_look_up',
  text: `select id from help_case where district_id = $1 and number = $2
    union select id from help_case where district_id = $1
      and number collate "C" >= $3 || '-' and number collate "C" < $3 || '.'
    union select id from help_case where district_id = $1 and number_tail = $3
    union select c.id from person_token p
      join help_case c on c.district_id = p.district_id and c.household_id = p.household_id
      where p.district_id = $1 and p.token = any($4::bytea[])
    limit 500`,
}

/** Every street that has a case: a loose index scan, one step a street. */
const STREETS = {
  name: 'desk_streets',
  text: `with recursive street as (
      (select street_id from household where district_id = $1 order by street_id limit 1)
      union all
      select (select h.street_id from household h
              where h.district_id = $1 and h.street_id > street.street_id
              order by h.street_id limit 1)
      from street where street.street_id is not null
    ) select street_id from street where street_id is not null`,
}
