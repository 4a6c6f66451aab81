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
 * Runs batches with at most one item a key, whoever has waited longest first. There is no waiting for a batch to
 * fill: what arrives while others are being written makes up the next, so one alone goes at once and many
 * share one commit. While one batch is written the next is thought out.
 */
export function openLane<Item>(options: LaneOptions<Item>): Lane<Item> {
  const queues = openQueues(options.keyOf)
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
    const items = queues.take(options.batch, busy)
    if (items.length === 0) return
    flying++
    void fly(items)
    if (items.length === options.batch) wake()
  }

  const fly = async (items: readonly Item[]) => {
    for (const item of items) busy.add(options.keyOf(item))
    await options.run(items)
    for (const item of items) busy.delete(options.keyOf(item))
    flying--
    size -= items.length
    if (!queues.isEmpty()) wake()
    if (size === 0) for (const idler of idlers.splice(0)) idler()
  }

  const add = (item: Item, first: boolean) => {
    size++
    queues.add(item, first)
    wake()
  }

  return {
    put: (item) => add(item, false),
    putBack: (item) => add(item, true),
    size: () => size,
    idle: () => (size > 0 ? new Promise((resolve) => idlers.push(resolve)) : Promise.resolve()),
  }
}

/** A queue for each key, served round and round. */
function openQueues<Item>(keyOf: (item: Item) => string) {
  /** What came back goes before all others: newcomers must not overtake it again and again. */
  const front = new Map<string, Item[]>()
  const rest = new Map<string, Item[]>()
  return {
    isEmpty: () => front.size + rest.size === 0,
    add: (item: Item, first: boolean) => {
      const key = keyOf(item)
      const queue = front.get(key) ?? rest.get(key) ?? []
      if (first) {
        queue.unshift(item)
        rest.delete(key)
        front.set(key, queue)
        return
      }
      queue.push(item)
      if (!front.has(key)) rest.set(key, queue)
    },
    take: (most: number, busy: ReadonlySet<string>): readonly Item[] => {
      const items: Item[] = []
      const more: [string, Item[]][] = []
      for (const queues of [front, rest]) {
        for (const [key, queue] of queues) {
          if (items.length === most) break
          if (busy.has(key)) continue
          const item = queue.shift()
          queues.delete(key)
          if (item !== undefined) items.push(item)
          if (queue.length > 0) more.push([key, queue])
        }
      }
      // To the back: whoever writes a lot is not served before those who write little.
      for (const [key, queue] of more) rest.set(key, queue)
      return items
    },
  }
}
