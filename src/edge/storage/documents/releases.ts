import { problem } from '../../../core/errors.ts'
import type { Change, Decision, NewRelease, ReleaseRow } from '../../../work/ports/documents.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { alone, type DocumentTx, noted } from './document-tx.ts'
import { putAway } from './drafts.ts'

export async function releases({ tx, who }: DocumentTx): Promise<readonly ReleaseRow[]> {
  return (await rowsOf<Row>(tx, ALL, [who.district])).map(releaseOf)
}

export async function release({ tx, who }: DocumentTx, number: number) {
  const row = await rowOf<Row>(tx, ONE, [who.district, number])
  if (!row) return null
  const changes = await rowsOf<Change>(tx, CHANGES, [who.district, number])
  return { release: releaseOf(row), changes }
}

export async function submit(on: DocumentTx, wanted: NewRelease): Promise<number> {
  const { tx, who, at } = on
  await alone(on)
  const { note, ticked, changes, drafts, of, moves, locked } = wanted
  const paths = changes.map(({ path }) => path)
  const next = await rowOf<{ number: number }>(tx, NEXT, [who.district])
  const number = next?.number ?? 1
  const state = of === null ? 'submitted' : 'approved'
  await rowsOf(tx, ADD, [
    ...[who.district, number, state, note, paths, ticked, who.id, timestamp(at), of],
    of === null ? null : who.id,
    of === null ? null : timestamp(at),
    jsonOf(moves),
    locked,
  ])
  for (const { path, before, after } of changes) {
    await rowsOf(tx, ADD_CHANGE, [who.district, number, path, before, after])
  }
  await putAway(on, drafts)
  const act = of === null ? 'release.submitted' : 'release.brought_back'
  await noted(on, act, `release:${number}`, { reason: note, fields: paths })
  return number
}

/** What is allowed from where; the state that is found decides in the same statement. */
const FROM = {
  approved: ['submitted'],
  refused: ['submitted'],
  withdrawn: ['submitted', 'approved'],
} as const

export async function decide(on: DocumentTx, number: number, decision: Decision): Promise<void> {
  const { tx, who, at } = on
  const { to, note, publishAt, moves } = decision
  const found = await rowOf<Row>(tx, ONE, [who.district, number])
  if (!found) throw problem('not_found', { release: number })
  if (to === 'approved' && found.by === who.id) throw problem('same_person', { release: number })
  const decided = await rowOf(tx, DECIDE, [
    ...[who.district, number, to, FROM[to], who.id, timestamp(at), note],
    publishAt === null ? null : timestamp(publishAt),
    jsonOf(moves),
  ])
  if (!decided) throw problem('stale', { release: number, state: found.state })
  await noted(on, `release.${to}`, `release:${number}`, { reason: note })
}

export async function clear(on: DocumentTx, number: number): Promise<void> {
  const { tx, who, at } = on
  const found = await rowOf<Row>(tx, ONE, [who.district, number])
  if (!found) throw problem('not_found', { release: number })
  if (found.by === who.id) throw problem('same_person', { release: number })
  const cleared = await rowOf(tx, CLEAR, [who.district, number, who.id, timestamp(at)])
  if (!cleared) throw problem('stale', { release: number, state: found.state })
  await noted(on, 'release.cleared', `release:${number}`)
}

export async function setMoves(
  on: DocumentTx,
  number: number,
  moves: ReleaseRow['moves'],
): Promise<void> {
  const values = [on.who.district, number, jsonOf(moves)]
  const changed = await rowOf(on.tx, SET_MOVES, values)
  if (!changed) throw problem('stale', { release: number })
  await noted(on, 'release.moves_set', `release:${number}`, {
    fields: moves ? ['move', ...Object.keys(moves.steps)] : ['stay'],
  })
}

const jsonOf = (moves: ReleaseRow['moves']) => (moves === null ? null : JSON.stringify(moves))

export async function fail(on: DocumentTx, number: number, why: 'stale' | 'errors') {
  const failed = await rowOf(on.tx, FAIL, [on.who.district, number, why])
  if (failed) await noted(on, 'release.failed', `release:${number}`, { fields: [why] })
}

export async function due({ tx, who, at }: DocumentTx): Promise<readonly number[]> {
  const rows = await rowsOf<{ number: number }>(tx, DUE, [who.district, timestamp(at)])
  return rows.map(({ number }) => number)
}

type Row = {
  readonly number: number
  readonly state: ReleaseRow['state']
  readonly note: string
  readonly paths: readonly string[]
  readonly ticked: readonly string[]
  readonly by: string
  readonly by_name: string | null
  readonly at: number
  readonly decided_by: string | null
  readonly decided_name: string | null
  readonly decided_at: number | null
  readonly decision: string | null
  readonly publish_at: number | null
  readonly published_at: number | null
  readonly of_number: number | null
  readonly failed: ReleaseRow['failed']
  readonly moves: ReleaseRow['moves']
  readonly locked: boolean
  readonly cleared_by: string | null
  readonly cleared_name: string | null
}

function releaseOf(row: Row): ReleaseRow {
  const { number, state, note, paths, ticked, at, decision, failed, moves, locked } = row
  return {
    ...{ number, state, note, paths, ticked, at, decision, failed, moves, locked },
    clearedBy:
      row.cleared_by === null ? null : { id: row.cleared_by, name: row.cleared_name ?? '' },
    by: { id: row.by, name: row.by_name ?? '' },
    decidedBy:
      row.decided_by === null ? null : { id: row.decided_by, name: row.decided_name ?? '' },
    decidedAt: row.decided_at,
    publishAt: row.publish_at,
    publishedAt: row.published_at,
    of: row.of_number,
  }
}

const COLUMNS = `r.number, r.state, r.note, r.paths, r.ticked, r.by, b.name as by_name, r.at,
    r.decided_by, d.name as decided_name, r.decided_at, r.decision, r.publish_at, r.published_at,
    r.of_number, r.failed, r.moves, r.locked, r.cleared_by, c.name as cleared_name
  from studio_release r
  left join staff b on b.district_id = r.district_id and b.id = r.by
  left join staff d on d.district_id = r.district_id and d.id = r.decided_by
  left join staff c on c.district_id = r.district_id and c.id = r.cleared_by`
const ALL = {
  name: 'studio_releases',
  text: `select ${COLUMNS} where r.district_id = $1 order by r.number desc limit 500`,
}
const ONE = {
  name: 'studio_release',
  text: `select ${COLUMNS} where r.district_id = $1 and r.number = $2`,
}
const CHANGES = {
  name: 'studio_changes',
  text: `select path, before, after from studio_change
    where district_id = $1 and number = $2 order by path`,
}
const NEXT = {
  name: 'studio_next',
  text: `select coalesce(max(number), 0) + 1 as number from studio_release where district_id = $1`,
}
const ADD = {
  name: 'studio_release_add',
  text: `insert into studio_release (district_id, number, state, note, paths, ticked, by, at, of_number,
      decided_by, decided_at, moves, locked)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13)`,
}
const ADD_CHANGE = {
  name: 'studio_change_add',
  text: `insert into studio_change (district_id, number, path, before, after)
    values ($1, $2, $3, $4, $5)`,
}
const DECIDE = {
  name: 'studio_decide',
  text: `update studio_release set state = $3, decided_by = $5, decided_at = $6, decision = $7,
      publish_at = $8
    where district_id = $1 and number = $2 and state = any($4)
      and ($3 <> 'approved' or moves is not distinct from $9::jsonb) returning number`,
}
const CLEAR = {
  name: 'studio_clear',
  text: `update studio_release set cleared_by = $3, cleared_at = $4
    where district_id = $1 and number = $2 and state = 'submitted' and locked returning number`,
}
const SET_MOVES = {
  name: 'studio_set_moves',
  text: `update studio_release set moves = $3::jsonb
    where district_id = $1 and number = $2 and state = 'submitted' returning number`,
}
const FAIL = {
  name: 'studio_fail',
  text: `update studio_release set state = 'refused', failed = $3
    where district_id = $1 and number = $2 and state = 'approved' returning number`,
}
const DUE = {
  name: 'studio_due',
  text: `select number from studio_release
    where district_id = $1 and state = 'approved' and (publish_at is null or publish_at <= $2)
    order by publish_at nulls first, number`,
}
