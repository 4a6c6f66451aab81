import { STEP_DEEDS, type StepDeed } from './step-marks.ts'
import { SECONDS, type UsageCounts } from './tally.ts'
import { type Share, wilson } from './wilson.ts'

/**
 * Fewer people than this are never told: with a street and an hour they could be somebody (small cells, as statistical
 * offices do it). Every other count is rounded to its multiples, sums as well as parts, so that a hidden cell cannot be
 * had by taking the shown ones from the total.
 */
const SMALL = 5

/** A count as it may be told: 0, null for 1–4, else the nearest multiple of 5. */
export function publishedCount(count: number): number | null {
  if (count === 0) return 0
  return count < SMALL ? null : Math.round(count / SMALL) * SMALL
}

export type PublishedCounts = Readonly<Record<StepDeed, number | null>> & {
  /** Of the answers, in seconds; null where fewer than five answered. */
  readonly median: number | null
  /** Those who saw it and left, of the told counts; null where one of them is not told. */
  readonly drop: Share | null
  /** More than 8 of 100 left, and at least 100 saw it. */
  readonly alarming: boolean
}

/** From here on a step is looked at: shares of fewer people are chance. */
const ALARM = { share: 0.08, shown: 100 } as const

/** Figures of a step as they may leave the house. */
export function publishedCounts(counts: UsageCounts): PublishedCounts {
  const told = Object.fromEntries(
    STEP_DEEDS.map((did) => [did, publishedCount(counts[did])]),
  ) as Record<StepDeed, number | null>
  const { shown, left } = told
  const drop = shown === null || left === null ? null : wilson(Math.min(left, shown), shown)
  return {
    ...told,
    median: medianOf(counts.seconds),
    drop,
    alarming: drop !== null && drop.share > ALARM.share && (shown ?? 0) >= ALARM.shown,
  }
}

/** The middle of counted classes, straight between their ends; null where too few are counted. */
function medianOf(classes: readonly number[]): number | null {
  const all = classes.reduce((sum, count) => sum + count, 0)
  if (all < SMALL) return null
  let below = 0
  for (const [at, count] of classes.entries()) {
    if (below + count >= all / 2) return between(at, (all / 2 - below) / count)
    below += count
  }
  return null
}

function between(at: number, share: number): number {
  const from = SECONDS[at - 1] ?? 0
  const to = SECONDS[at] ?? from
  return Math.round(from + (to - from) * share)
}
