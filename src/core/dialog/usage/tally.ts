import { type Day, type Instant, shanghai } from '../../time.ts'
import type { WordingKey } from '../flow/wordings.ts'
import { STEP_DEEDS, type StepDeed, type StepMark } from './step-marks.ts'
import { WORDING_DEEDS, type WordingDeed } from './wording-marks.ts'

/** What figures of use are split by. */
type UsagePlace = {
  readonly day: Day
  /** 0–23 in Shanghai. */
  readonly hour: number
  readonly channel: string
  /** 9-digit code of where the resident lives, as far as known at that moment; '' = not yet. */
  readonly street: string
  /** Content hash of the flows. */
  readonly bundle: string
  readonly flow: string
  readonly step: string
}

export type UsageCounts = Readonly<Record<StepDeed, number>> & {
  /** Answers by the time that they took: one count for each of SECONDS, and one above. */
  readonly seconds: readonly number[]
}

export type UsageCell = UsagePlace & UsageCounts

/** Upper ends of the classes in which answering times are counted, in seconds. */
export const SECONDS = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1_800] as const

export const NO_COUNTS: UsageCounts = {
  ...(Object.fromEntries(STEP_DEEDS.map((did) => [did, 0])) as Record<StepDeed, number>),
  seconds: Array.from({ length: SECONDS.length + 1 }, () => 0),
}

/** The marks of one turn, and where it happened. */
export type MarkedTurn = {
  readonly at: Instant
  readonly channel: string
  readonly street: string
  readonly bundle: string
  readonly marks: readonly StepMark[]
}

/** Marks of many turns as few rows. */
export function tally(turns: readonly MarkedTurn[]): readonly UsageCell[] {
  const cells = new Map<string, { place: UsagePlace; counts: UsageCounts }>()
  for (const { at, channel, street, bundle, marks } of turns) {
    const { day, hour } = shanghai(at)
    for (const mark of marks) {
      if ('wording' in mark) continue
      const place = { day, hour, channel, street, bundle, flow: mark.flow, step: mark.step }
      const key = JSON.stringify(place)
      const counts = cells.get(key)?.counts ?? NO_COUNTS
      cells.set(key, { place, counts: counted(counts, mark) })
    }
  }
  return [...cells.values()].map(({ place, counts }) => ({ ...place, ...counts }))
}

function counted(
  counts: UsageCounts,
  { did, seconds }: Exclude<StepMark, { readonly wording: unknown }>,
): UsageCounts {
  const more = { ...counts, [did]: counts[did] + 1 }
  return seconds === undefined ? more : { ...more, seconds: timed(counts.seconds, seconds) }
}

function timed(counts: readonly number[], seconds: number): readonly number[] {
  const found = SECONDS.findIndex((end) => seconds <= end)
  const at = found < 0 ? SECONDS.length : found
  return counts.map((count, i) => (i === at ? count + 1 : count))
}

export type WordingCounts = Readonly<Record<WordingDeed, number>>

/** People who heard one text of a question on one day. */
export type WordingCell = WordingCounts & {
  readonly day: Day
  readonly flow: string
  readonly step: string
  readonly wording: WordingKey
  /** Mark of the text (eight hex digits). */
  readonly text: string
}

const NOBODY = Object.fromEntries(WORDING_DEEDS.map((did) => [did, 0])) as WordingCounts

/** Marks of wordings that are compared: only by day, for the question is which one is understood, not by whom. */
export function tallyWordings(turns: readonly MarkedTurn[]): readonly WordingCell[] {
  const cells = new Map<string, WordingCell>()
  for (const { at, marks } of turns) {
    const { day } = shanghai(at)
    for (const mark of marks) {
      if (!('wording' in mark)) continue
      const { flow, step, did, wording } = mark
      const key = JSON.stringify([day, flow, step, wording])
      const place = { day, flow, step, wording: wording.key, text: wording.text }
      const cell = cells.get(key) ?? { ...place, ...NOBODY }
      cells.set(key, { ...cell, [did]: cell[did] + 1 })
    }
  }
  return [...cells.values()]
}
