import type { Moving } from '../../../core/dialog/house.ts'
import { problem } from '../../../core/errors.ts'
import type { Documents, OverlayText, Published } from '../../../work/ports/documents.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { alone, type DocumentTx, noted } from './document-tx.ts'

/** The overlay of the release in force. */
export async function published({ tx, who }: DocumentTx): Promise<Published> {
  const head = await rowOf<Head>(tx, HEAD, [who.district])
  if (!head) return { number: 0, at: 0, texts: [], moves: null }
  const texts = await rowsOf<OverlayText>(tx, TEXTS, [who.district, head.number])
  return { number: head.number, at: head.published_at, texts, moves: head.moves }
}

export async function inForce({ tx, who }: DocumentTx): Promise<number> {
  return (await rowOf<Head>(tx, HEAD, [who.district]))?.number ?? 0
}

export async function overlayOf({ tx, who }: DocumentTx, number: number) {
  if (number === 0) return []
  const known = await rowOf(tx, WAS, [who.district, number])
  if (!known) throw problem('not_found', { release: number })
  return rowsOf<OverlayText>(tx, TEXTS, [who.district, number])
}

/** Compare and set: only over the release that the caller read as in force. */
export async function publish(
  on: DocumentTx,
  number: number,
  { over, texts }: Parameters<Documents['publish']>[2],
): Promise<boolean> {
  const { tx, who, at } = on
  await alone(on)
  const head = await rowOf<Head>(tx, HEAD, [who.district])
  if ((head?.number ?? 0) !== over) return false
  await rowsOf(tx, REPLACE, [who.district])
  const done = await rowOf(tx, PUBLISH, [who.district, number, timestamp(at)])
  if (!done) throw problem('stale', { release: number })
  for (const { path, text, shippedHash } of texts) {
    await rowsOf(tx, ADD_TEXT, [who.district, number, path, text, shippedHash])
  }
  await noted(on, 'release.published', `release:${number}`)
  return true
}

type Head = {
  readonly number: number
  readonly published_at: number
  readonly moves: Moving | null
}

const HEAD = {
  name: 'studio_head',
  text: `select number, published_at, moves from studio_release
    where district_id = $1 and state = 'published'`,
}
const WAS = {
  name: 'studio_was',
  text: `select number from studio_release
    where district_id = $1 and number = $2 and state in ('published', 'replaced')`,
}
const TEXTS = {
  name: 'studio_texts',
  text: `select path, body as text, shipped_hash as "shippedHash" from studio_text
    where district_id = $1 and number = $2 order by path`,
}
const REPLACE = {
  name: 'studio_replace',
  text: `update studio_release set state = 'replaced' where district_id = $1 and state = 'published'`,
}
const PUBLISH = {
  name: 'studio_publish',
  text: `update studio_release set state = 'published', published_at = $3
    where district_id = $1 and number = $2 and state = 'approved' returning number`,
}
const ADD_TEXT = {
  name: 'studio_text_add',
  text: `insert into studio_text (district_id, number, path, body, shipped_hash)
    values ($1, $2, $3, $4, $5)`,
}
