import type { CaseFile } from '../../../core/casework/case-file.ts'
import { type KnownHousehold, toOwnAdviser } from '../../../core/routing/to-own-adviser.ts'
import { rowsOf, type Tx } from '../pool.ts'
import { blindIndex, type KeyRing } from '../seal/key-ring.ts'

/** The request on its way to the adviser of the household that has this phone number, where there is one. */
export async function withOwnAdviser(tx: Tx, ring: KeyRing, file: CaseFile): Promise<CaseFile> {
  const digits = file.phone?.replaceAll(/\D/g, '') ?? ''
  if (digits === '') return file
  const rows = await rowsOf<Known>(tx, KNOWN, [file.route.district, blindIndex(ring, digits)])
  return { ...file, route: toOwnAdviser(file.route, one(rows)) }
}

/** Where a number leads to files of two advisers, nobody guesses. */
function one(rows: readonly Known[]): KnownHousehold | null {
  const [first, second] = rows
  if (!first || second) return null
  const { street_id: street, adviser_id: id, present } = first
  return { street, adviser: { id, present } }
}

type Known = {
  readonly street_id: string
  readonly adviser_id: string
  readonly present: boolean
}

/** Who has not said to be off duty is taken to be there: the case stands in the street's queue all the same. */
const KNOWN = {
  name: 'own_adviser',
  text: `select distinct f.street_id, f.adviser_id, coalesce(d.is_on, true) as present
    from person p
    join household h on h.district_id = p.district_id and h.id = p.household_id
    join household f on f.district_id = h.district_id and f.id = coalesce(h.merged_into, h.id)
    left join staff_duty d on d.district_id = f.district_id and d.staff_id = f.adviser_id
    where p.district_id = $1 and p.phone_index = $2 and f.adviser_id is not null
    limit 2`,
}
