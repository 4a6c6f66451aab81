/**
 * Rings at once, and then at most once a pause however often it is called: a busy district changes
 * many times a second, and nobody reads a list that often. The last call is always followed by one.
 */
export function calmly(ring: () => void, pause: number) {
  let timer: NodeJS.Timeout | undefined
  let again = false
  const wait = () => {
    timer = setTimeout(() => {
      timer = undefined
      if (!again) return
      again = false
      ring()
      wait()
    }, pause)
  }
  return {
    call: (): void => {
      if (timer) {
        again = true
        return
      }
      ring()
      wait()
    },
    stop: (): void => clearTimeout(timer),
  }
}
