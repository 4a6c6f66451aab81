/** A queue that serves many conversations side by side and each of them in order. */
export type Lane<Item> = {
  readonly put: (item: Item) => void
  /** Before all others of its conversation: it lost its place and tries again. */
  readonly putBack: (item: Item) => void
  readonly size: () => number
  /** Resolves when everything that was put has been run. */
  readonly idle: () => Promise<void>
}

/**
 * Runs batches one after the other, each with at most one item a key, sorted by key. There is no
 * waiting for a batch to fill: what arrives while one is being written makes up the next, so one
 * alone goes at once and many share one commit.
 *
 * `run` settles its items itself and never throws.
 */
export function openLane<Item>(options: {
  readonly keyOf: (item: Item) => string
  readonly batch: number
  readonly run: (items: readonly Item[]) => Promise<void>
  /** Calls after what has come in by now has been read: `setImmediate`. */
  readonly soon: (call: () => void) => void
}): Lane<Item> {
  const queues = new Map<string, Item[]>()
  const idlers: (() => void)[] = []
  let size = 0
  let running = false

  const wake = () => {
    if (running) return
    running = true
    // Requests that are read from the sockets in one go are written in one go.
    options.soon(() => void loop())
  }

  const loop = async () => {
    while (queues.size > 0) {
      const items = take()
      await options.run(items)
      size -= items.length
    }
    running = false
    for (const idler of idlers.splice(0)) idler()
  }

  const take = () => {
    const items: Item[] = []
    const more: [string, Item[]][] = []
    for (const [key, queue] of queues) {
      if (items.length === options.batch) break
      const item = queue.shift()
      queues.delete(key)
      if (item !== undefined) items.push(item)
      if (queue.length > 0) more.push([key, queue])
    }
    // To the back: whoever writes a lot is not served before those who write little.
    for (const [key, queue] of more) queues.set(key, queue)
    return sorted(items, options.keyOf)
  }

  const add = (item: Item, first: boolean) => {
    size++
    const key = options.keyOf(item)
    const queue = queues.get(key) ?? []
    if (first) queue.unshift(item)
    else queue.push(item)
    queues.set(key, queue)
    wake()
  }

  return {
    put: (item) => add(item, false),
    putBack: (item) => add(item, true),
    size: () => size,
    idle: () => (running ? new Promise((resolve) => idlers.push(resolve)) : Promise.resolve()),
  }
}

/** Rows in one order in every process: two batches can then never wait for each other in a circle. */
function sorted<Item>(items: Item[], keyOf: (item: Item) => string): Item[] {
  return items.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
