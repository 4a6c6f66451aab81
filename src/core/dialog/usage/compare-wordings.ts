import { publishedCount } from './published-counts.ts'
import type { WordingCounts } from './tally.ts'
import { type Range, type Share, shareDifference, wilson } from './wilson.ts'
import { WORDING_DEEDS, type WordingDeed } from './wording-marks.ts'

export type PublishedWording = Readonly<Record<WordingDeed, number | null>>

/** Figures of a wording as they may leave the house: under five are not told, the rest is rounded to five. */
export function publishedWording(counts: WordingCounts): PublishedWording {
  return Object.fromEntries(
    WORDING_DEEDS.map((did) => [did, publishedCount(counts[did])]),
  ) as PublishedWording
}

/** Share of those who heard it; null where a count is not told. */
export function wordingShare(told: PublishedWording, did: WordingDeed): Share | null {
  const { shown } = told
  const hits = told[did]
  return shown === null || hits === null ? null : wilson(Math.min(hits, shown), shown)
}

/** How much more of those who heard `b` did it than of those who heard `a`. */
export type Difference = Range & {
  /** Whether the range holds nothing at all: then chance alone may have made it. */
  readonly isOpen: boolean
}

export function wordingDifference(
  a: PublishedWording,
  b: PublishedWording,
  did: WordingDeed,
): Difference | null {
  const [from, to] = [wordingShare(a, did), wordingShare(b, did)]
  if (!from || !to) return null
  const range = shareDifference(from, to)
  return { ...range, isOpen: range.low <= 0 && range.high >= 0 }
}
