/**
 * Calls of one moment become one statement: what is asked while a statement is under way makes up the next, so
 * one alone goes at once and many share one round trip. `run` gives the results in the order of the items.
 */
export function together<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  let waiting: Call<Item, Result>[] = []
  let isBusy = false

  const start = () => {
    const calls = waiting
    waiting = []
    if (calls.length === 0) {
      isBusy = false
      return
    }
    void flush(calls, run).then(start)
  }

  return (item) =>
    new Promise((settle, fail) => {
      waiting.push({ item, settle, fail })
      if (isBusy) return
      isBusy = true
      setImmediate(start)
    })
}

type Call<Item, Result> = {
  readonly item: Item
  readonly settle: (result: Result) => void
  readonly fail: (error: unknown) => void
}

async function flush<Item, Result>(
  calls: readonly Call<Item, Result>[],
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): Promise<void> {
  try {
    const results = await run(calls.map(({ item }) => item))
    for (const [at, { settle }] of calls.entries()) settle(results[at] as Result)
  } catch (error) {
    for (const { fail } of calls) fail(error)
  }
}
