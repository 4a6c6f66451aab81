/** People who get dizzy from what moves have asked their system for less of it. */
export const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Waits, or comes back early when the signal says stop. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) return done()
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      done()
    })
  })
}
