import type { Replayed } from './replay-talk.ts'

/** What differs for one who gave these answers; null = not this. */
export type Difference = {
  /** Number of the talk within this replay, 1 and up: it leads back to nobody. */
  readonly talk: number
  readonly asked: readonly string[]
  readonly notAsked: readonly string[]
  /** The same questions in another order. */
  readonly reordered: boolean
  readonly grade: readonly [from: string | null, to: string | null] | null
  readonly queue: readonly [from: string | null, to: string | null] | null
  readonly urgency: readonly [from: string, to: string] | null
  readonly ends: readonly [from: string, to: string] | null
}

/** Two houses, the same answers. Null where nothing differs. */
export function compareReplays(talk: number, before: Replayed, after: Replayed): Difference | null {
  const asked = after.path.filter((step) => !before.path.includes(step))
  const notAsked = before.path.filter((step) => !after.path.includes(step))
  const isSamePath = before.path.join() === after.path.join()
  const difference: Difference = {
    ...{ talk, asked, notAsked },
    reordered: !isSamePath && asked.length + notAsked.length === 0,
    grade: pair(before.grade, after.grade),
    queue: pair(before.queue, after.queue),
    urgency: pair(before.urgency, after.urgency),
    ends: pair(before.ends, after.ends),
  }
  const { grade, queue, urgency, ends } = difference
  const differs = [grade, queue, urgency, ends].some((each) => each !== null)
  return differs || !isSamePath ? difference : null
}

const pair = <T>(from: T, to: T): readonly [T, T] | null => (from === to ? null : [from, to])
