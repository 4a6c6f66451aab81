/**
 * Who asks the same while an answer is being made waits for the next one, and shares it with all who came meanwhile.
 * So nobody gets an answer that was begun before the question, and fifty consoles that hear of one change read the
 * list twice and not fifty times.
 */
export function askedTogether<Answer>(): (
  key: string,
  make: () => Promise<Answer>,
) => Promise<Answer> {
  const running = new Map<string, Promise<void>>()
  const next = new Map<string, Promise<Answer>>()
  const begin = (key: string, make: () => Promise<Answer>) => {
    const answer = make()
    const over = () => {
      if (running.get(key) === ended) running.delete(key)
    }
    const ended: Promise<void> = answer.then(over, over)
    running.set(key, ended)
    return answer
  }
  return (key, make) => {
    const shared = next.get(key)
    if (shared !== undefined) return shared
    const before = running.get(key)
    if (before === undefined) return begin(key, make)
    const after = before.then(() => {
      next.delete(key)
      return begin(key, make)
    })
    next.set(key, after)
    return after
  }
}
