/** A queue that serves many conversations side by side and each of them in order. */
export type Lane<Item> = {
  readonly put: (item: Item) => void
  /** Before all others of its conversation: it lost its place and tries again. */
  readonly putBack: (item: Item) => void
  readonly size: () => number
  /** Resolves when everything that was put has been run. */
  readonly idle: () => Promise<void>
}

export type LaneOptions<Item> = {
  readonly keyOf: (item: Item) => string
  /** Most items a batch. */
  readonly batch: number
  /** Most batches under way at once, never two with the same key. */
  readonly flying: number
  /** Settles its items itself, or puts them back; never throws. */
  readonly run: (items: readonly Item[]) => Promise<void>
  /** Calls after what has come in by now has been read: `setImmediate`. */
  readonly soon: (call: () => void) => void
}

/**
 * Runs batches with at most one item a key, sorted by key. There is no waiting for a batch to fill:
 * what arrives while others are being written makes up the next, so one alone goes at once and many
 * share one commit. While one batch is written the next is thought out.
 */
export function openLane<Item>(options: LaneOptions<Item>): Lane<Item> {
  const queues = new Map<string, Item[]>()
  const busy = new Set<string>()
  const idlers: (() => void)[] = []
  let size = 0
  let flying = 0
  let waking = false

  const wake = () => {
    if (waking || flying >= options.flying) return
    waking = true
    // Requests that are read from the sockets in one go are written in one go.
    options.soon(() => {
      waking = false
      start()
    })
  }

  const start = () => {
    const items = take()
    if (items.length === 0) return
    flying++
    void fly(items)
    if (queues.size > busy.size) wake()
  }

  const fly = async (items: readonly Item[]) => {
    for (const item of items) busy.add(options.keyOf(item))
    await options.run(items)
    for (const item of items) busy.delete(options.keyOf(item))
    flying--
    size -= items.length
    if (queues.size > 0) wake()
    if (size === 0) for (const idler of idlers.splice(0)) idler()
  }

  const take = () => {
    const items: Item[] = []
    const more: [string, Item[]][] = []
    for (const [key, queue] of queues) {
      if (items.length === options.batch) break
      if (busy.has(key)) continue
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
    idle: () => (size > 0 ? new Promise((resolve) => idlers.push(resolve)) : Promise.resolve()),
  }
}

/** Rows in one order in every process: two batches can then never wait for each other in a circle. */
function sorted<Item>(items: Item[], keyOf: (item: Item) => string): Item[] {
  return items.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
