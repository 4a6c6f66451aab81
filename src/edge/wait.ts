/** A pause that can be ended early, when the house stops. */
export function wait(ms: number): { readonly done: Promise<void>; readonly cancel: () => void } {
  let cancel = () => {}
  const done = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    cancel = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  return { done, cancel }
}
