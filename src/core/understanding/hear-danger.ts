import { compile } from './compile.ts'
import { hearCrisis } from './crisis/hear-crisis.ts'
import { raiseCrisis } from './crisis/raise-crisis.ts'
import type { Knowledge } from './knowledge.ts'
import { alarmOf, senseDanger } from './model/sense-danger.ts'
import { normalise } from './normalise.ts'
import { signedAlarm } from './signed.ts'
import type { Crisis } from './understood.ts'

/**
 * Only the danger in a message that answers an open question: the same tier as `understand` gives, without
 * acts, slots and needs. For deciding what waits when many write at once.
 */
export function hearDanger(text: string, { lexicons, weights }: Knowledge): Crisis {
  const compiled = compile(lexicons)
  const heard = normalise(text, compiled)
  const ruled = hearCrisis(heard, [], compiled)
  const sensed =
    weights === undefined
      ? ({ tier: 'none' } as const)
      : alarmOf(senseDanger(heard, weights, compiled), weights)
  return signedAlarm(raiseCrisis(ruled, sensed), compiled.version)
}
