import { hashOf } from './seeded-hash.ts'

export type Drawable = { readonly id: string; readonly author: string }

/** How much of each author's work is looked at: a share in percent, and at least so many. */
export type Share = { readonly percent: number; readonly least: number }

/**
 * A random sample (抽查) of each author's records. The same seed and the same records give the same sample in
 * whatever order they come, so anybody can draw it again and see that nobody was picked on.
 */
export function drawSample<T extends Drawable>(
  records: readonly T[],
  { percent, least }: Share,
  seed: string,
): readonly T[] {
  const authors = [...new Set(records.map(({ author }) => author))].toSorted()
  return authors.flatMap((author) => {
    const own = records.filter((record) => record.author === author)
    const wanted = Math.max(least, Math.ceil((own.length * percent) / 100))
    const drawn = own
      .map((record) => ({ record, place: hashOf(`${seed}/${record.id}`) }))
      .toSorted((one, other) => (one.place < other.place ? -1 : 1))
    return drawn.slice(0, wanted).map(({ record }) => record)
  })
}
