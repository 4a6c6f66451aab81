import type { Foreseen } from './foresee-move.ts'

/** People who stand at the same question and fare the same. */
export type PlannedMove = Foreseen & { readonly people: number }

/** Counts by step: those who lose their question first, then the largest groups. */
export function planMoves(foreseen: readonly Foreseen[]): readonly PlannedMove[] {
  const groups = new Map<string, PlannedMove>()
  for (const each of foreseen) {
    const key = JSON.stringify([each.flow, each.step, each.fate, each.goesTo, each.more])
    groups.set(key, { ...each, people: (groups.get(key)?.people ?? 0) + 1 })
  }
  return [...groups.values()].toSorted(
    (a, b) => WEIGHT[a.fate] - WEIGHT[b.fate] || b.people - a.people || (a.step < b.step ? -1 : 1),
  )
}

const WEIGHT: Readonly<Record<Foreseen['fate'], number>> = {
  removed: 0,
  ends: 1,
  asked_more: 2,
  goes_on: 3,
  errand: 4,
  person: 5,
  danger: 6,
  other_talk: 7,
}
