import { type Running, repeat } from '../work/rounds/repeat.ts'
import { pause } from './open-engine.ts'

/** Does something over and over, with `ms` between the end of one round and the next. What fails is told and tried again. */
export function every(
  ms: number,
  round: () => Promise<unknown>,
  failed: (error: unknown) => void,
): Running {
  return repeat(pause, async () => {
    await round().catch(failed)
    return ms
  })
}
