import { pause } from './open-engine.ts'

export type Running = { readonly stop: () => Promise<void> }

/**
 * Does something over and over, with `ms` between the end of one round and the next. What fails is told and tried
 * again. `stop` cuts the pause short and waits for a round that is under way.
 */
export function every(
  ms: number,
  round: () => Promise<unknown>,
  failed: (error: unknown) => void,
): Running {
  let stopped = false
  let waiting = pause(0)
  const run = async () => {
    await waiting.done
    while (!stopped) {
      await round().catch(failed)
      if (stopped) return
      waiting = pause(ms)
      await waiting.done
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopped = true
      waiting.cancel()
      await running
    },
  }
}
