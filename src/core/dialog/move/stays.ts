import type { AnyMachineSnapshot } from 'xstate'
import { memoryOf } from '../machine/turn-machine.ts'
import type { Setting } from '../setting.ts'

export const STAYS = ['other_talk', 'danger', 'person', 'errand'] as const

/** Why somebody is left where he is: a talk of another kind, a danger, a person on it, an adviser's own questions. */
export type Stays = (typeof STAYS)[number]

/** Whoever is in danger or in a person's hands is never moved; short talks about a case end as they began. */
export function staysFor({ flow }: Setting, snapshot: AnyMachineSnapshot): Stays | null {
  const { crisis, wanted } = memoryOf(snapshot)
  if (flow.kind !== 'help') return 'other_talk'
  if (crisis !== null || snapshot.matches('interrupted')) return 'danger'
  if (snapshot.matches('with_person')) return 'person'
  return wanted?.length ? 'errand' : null
}
