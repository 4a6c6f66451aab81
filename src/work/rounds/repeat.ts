/** Resolves after some ms, or sooner when it is cancelled. */
export type Wait = (ms: number) => { readonly done: Promise<void>; readonly cancel: () => void }

export type Running = { readonly stop: () => Promise<void> }

/**
 * Does something over and over; a round gives the ms until the next and never throws. `stop` cuts the pause short and
 * waits for a round that is under way.
 */
export function repeat(wait: Wait, round: () => Promise<number>): Running {
  let stopped = false
  let waiting = wait(0)
  const run = async () => {
    await waiting.done
    while (!stopped) {
      const ms = await round()
      if (stopped) return
      waiting = wait(ms)
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
