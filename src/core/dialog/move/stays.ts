import type { AnyMachineSnapshot } from 'xstate'
import { memoryOf } from '../machine/turn-machine.ts'
import type { Setting } from '../setting.ts'
import type { Stays } from './fates.ts'

/** Whoever is in danger or in a person's hands is never moved; short talks about a case end as they began. */
export function staysFor({ flow }: Setting, snapshot: AnyMachineSnapshot): Stays | null {
  const { crisis, wanted } = memoryOf(snapshot)
  if (flow.kind !== 'help') return 'other_talk'
  if (crisis !== null || snapshot.matches('interrupted')) return 'danger'
  if (snapshot.matches('with_person')) return 'person'
  return wanted?.length ? 'errand' : null
}
