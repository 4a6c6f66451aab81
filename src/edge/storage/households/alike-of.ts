import type { Member } from '../../../core/casework/member.ts'
import { ALIKE_BY, type Alike, type AlikeBy } from '../../../work/ports/household-deeds.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { rowsOf } from '../pool.ts'
import { casesOfFile } from './all-of-file.ts'
import { exactIndex } from './exact-index.ts'
import { fileOfHousehold } from './file-of-household.ts'
import { headsOf } from './head-of.ts'
import { listRecords } from './list-records.ts'

/** Other files with the same phone, flat or identity number. A hint for a person, never a decision. */
export async function alikeOf(on: DeskTx, household: string): Promise<readonly Alike[]> {
  const { tx, staff } = on
  const { id } = await fileOfHousehold(on, household)
  const refused = (await listRecords(on, id, ['joining']))
    .filter(({ state }) => state === 'refused')
    .map(({ detail }) => detail.from)
  const wanted = await wantedOf(on, id)
  if (wanted.length === 0) return []
  const tokens = wanted.map(([token]) => token)
  const rows = await rowsOf<Found>(tx, SHARING, [staff.district, id, tokens])
  const names = new Map(wanted.map(([token, by]) => [token.toString('hex'), by]))
  const found = new Map<string, Set<AlikeBy>>()
  for (const { file, token } of rows) {
    const by = names.get(token.toString('hex'))
    if (by) found.set(file, (found.get(file) ?? new Set()).add(by))
  }
  const heads = await headsOf(
    on,
    [...found.keys()].filter((file) => !refused.includes(file)),
  )
  return heads.map((head) => {
    const shared = found.get(head.id)
    return { head, by: ALIKE_BY.filter((by) => shared?.has(by)) }
  })
}

/** Indexes of everything whole that this file knows, with what each is of. */
async function wantedOf(
  on: DeskTx,
  file: string,
): Promise<readonly (readonly [Buffer, AlikeBy])[]> {
  const { ring } = on
  const told = (await casesOfFile(on, file)).map((each) => each.file)
  const members = (await listRecords(on, file, ['member'])).map(({ body }) => body as Member | null)
  const phones = [...told, ...members].map((each) => each?.phone ?? null)
  return [
    ...phones.flatMap((phone) => tagged(exactIndex(ring, { phone }), 'phone')),
    ...told.flatMap((each) => tagged(exactIndex(ring, { address: each?.address ?? null }), 'home')),
    ...members.flatMap((each) =>
      tagged(exactIndex(ring, { idNumber: each?.idNumber ?? null }), 'idNumber'),
    ),
  ]
}

const tagged = (tokens: readonly Buffer[], by: AlikeBy) =>
  tokens.map((token) => [token, by] as const)

type Found = { readonly file: string; readonly token: Buffer }

const SHARING = {
  name: 'household_alike',
  text: `select distinct coalesce(h.merged_into, h.id) as file, t.token
    from person_token t
    join household h on h.district_id = t.district_id and h.id = t.household_id
    where t.district_id = $1 and t.token = any($3::bytea[])
      and coalesce(h.merged_into, h.id) <> $2
    limit 50`,
}
