import type { Documents, Draft } from '../../../work/ports/documents.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { type DocumentTx, noted } from './document-tx.ts'

export async function drafts({ tx, who }: DocumentTx): Promise<readonly Draft[]> {
  return (await rowsOf<DraftRow>(tx, ALL, [who.district])).map(draftOf)
}

/** Over the version that was read, or not at all: nobody's text is lost to another's. */
export async function saveDraft(
  on: DocumentTx,
  { path, text, version }: Parameters<Documents['saveDraft']>[1],
): ReturnType<Documents['saveDraft']> {
  const { tx, who, at } = on
  const before = await rowOf<DraftRow>(tx, ONE, [who.district, path])
  const values = [who.district, path, text, version, who.id, timestamp(at)]
  const saved = await rowOf<{ version: number }>(tx, version === 0 ? BEGIN : SAVE, values)
  if (!saved) {
    const other = await rowOf<DraftRow>(tx, ONE, [who.district, path])
    return { saved: false, other: other ? draftOf(other) : nobody(path) }
  }
  // Typing saves every few seconds: told is who began, who took over, and who put it away.
  const begins = text !== null && (before?.body ?? null) === null
  const goesOn = text !== null && before?.by === who.id && !begins
  const act = begins ? 'draft.began' : text === null ? 'draft.put_away' : 'draft.taken_over'
  if (!goesOn) await noted(on, act, `document:${path}`)
  return { saved: true, version: saved.version }
}

/** Puts these drafts away: their texts stand in a release now. What was written on since then stays. */
export async function putAway(
  { tx, who, at }: DocumentTx,
  read: readonly { readonly path: string; readonly version: number }[],
) {
  const [paths, versions] = [read.map(({ path }) => path), read.map(({ version }) => version)]
  await rowsOf(tx, AWAY, [who.district, paths, versions, who.id, timestamp(at)])
}

const nobody = (path: string): Draft => ({
  ...{ path, text: null, version: 0, by: { id: '', name: '' }, at: 0 },
})

type DraftRow = {
  readonly path: string
  readonly body: string | null
  readonly version: number
  readonly by: string
  readonly name: string | null
  readonly at: number
}

const draftOf = ({ path, body, version, by, name, at }: DraftRow): Draft => ({
  ...{ path, text: body, version, by: { id: by, name: name ?? '' }, at },
})

const COLUMNS = `d.path, d.body, d.version, d.by, s.name, d.at from studio_draft d
  left join staff s on s.district_id = d.district_id and s.id = d.by`
const ALL = {
  name: 'studio_drafts',
  text: `select ${COLUMNS} where d.district_id = $1 order by d.path`,
}
const ONE = {
  name: 'studio_draft',
  text: `select ${COLUMNS} where d.district_id = $1 and d.path = $2`,
}
const BEGIN = {
  name: 'studio_draft_begin',
  text: `insert into studio_draft (district_id, path, body, version, by, at)
    values ($1, $2, $3, $4::int + 1, $5, $6) on conflict do nothing returning version`,
}
const SAVE = {
  name: 'studio_draft_save',
  text: `update studio_draft set body = $3, version = version + 1, by = $5, at = $6
    where district_id = $1 and path = $2 and version = $4 returning version`,
}
const AWAY = {
  name: 'studio_draft_away',
  text: `update studio_draft d set body = null, version = d.version + 1, by = $4, at = $5
    from unnest($2::text[], $3::int[]) as read(path, version)
    where d.district_id = $1 and d.path = read.path and d.version = read.version`,
}
