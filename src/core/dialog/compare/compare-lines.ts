/** A line of two texts laid side by side. */
export type LineChange = {
  readonly kind: 'same' | 'added' | 'removed' | 'skipped'
  /** Of what is skipped nothing is shown. */
  readonly text: string
  /** 1-based line in the old text; null = not there. */
  readonly old: number | null
  readonly new: number | null
}

/** Unchanged lines that are shown around a change. */
const AROUND = 3

/** Beyond so many differing lines the middle is shown as one block that went and one that came. */
const MOST = 1_000

/** Line by line, the fewest that differ (Myers, O(ND)); what is the same far from any change is skipped. */
export function compareLines(before: string, after: string): readonly LineChange[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  const head = commonHead(old, now)
  const tail = commonTail(old, now, head)
  const [a, b] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)]
  const keeps = shortest(a, b)
  const lines: LineChange[] = old.slice(0, head).map((text, at) => kept(text, at, at))
  let [x, y] = [0, 0]
  for (const [atOld, atNew] of [...keeps, [a.length, b.length] as const]) {
    for (; x < atOld; x += 1) lines.push(removed(a[x] ?? '', head + x))
    for (; y < atNew; y += 1) lines.push(added(b[y] ?? '', head + y))
    if (x < a.length && y < b.length) lines.push(kept(a[x] ?? '', head + x, head + y))
    x += 1
    y += 1
  }
  const from = { old: old.length - tail, new: now.length - tail }
  for (let at = 0; at < tail; at += 1)
    lines.push(kept(old[from.old + at] ?? '', from.old + at, from.new + at))
  return withoutFar(lines)
}

const linesOf = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))

const kept = (text: string, x: number, y: number): LineChange => ({
  ...{ kind: 'same', text, old: x + 1, new: y + 1 },
})
const removed = (text: string, x: number): LineChange => ({
  ...{ kind: 'removed', text, old: x + 1, new: null },
})
const added = (text: string, y: number): LineChange => ({
  ...{ kind: 'added', text, old: null, new: y + 1 },
})

function commonHead(a: readonly string[], b: readonly string[]): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  return at
}

function commonTail(a: readonly string[], b: readonly string[], head: number): number {
  let at = 0
  const most = Math.min(a.length, b.length) - head
  while (at < most && a[a.length - 1 - at] === b[b.length - 1 - at]) at += 1
  return at
}

type Pair = readonly [old: number, now: number]

/** Lines that stay, on the shortest way from one text to the other; none where that way is too long. */
function shortest(a: readonly string[], b: readonly string[]): readonly Pair[] {
  const most = Math.min(a.length + b.length, MOST)
  const furthest = new Map<number, number>([[1, 0]])
  const trace: ReadonlyMap<number, number>[] = []
  for (let d = 0; d <= most; d += 1) {
    trace.push(new Map(furthest))
    for (let k = -d; k <= d; k += 2) {
      let x = startOf(furthest, k, d)
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      furthest.set(k, x)
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a.length, b.length)
    }
  }
  return []
}

const reach = (furthest: ReadonlyMap<number, number>, k: number) => furthest.get(k) ?? -1

const goesDown = (furthest: ReadonlyMap<number, number>, k: number, d: number) =>
  k === -d || (k !== d && reach(furthest, k - 1) < reach(furthest, k + 1))

function startOf(furthest: ReadonlyMap<number, number>, k: number, d: number): number {
  return goesDown(furthest, k, d) ? reach(furthest, k + 1) : reach(furthest, k - 1) + 1
}

function walkBack(
  trace: readonly ReadonlyMap<number, number>[],
  endX: number,
  endY: number,
): readonly Pair[] {
  const pairs: Pair[] = []
  let [x, y] = [endX, endY]
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const furthest = trace[d] as ReadonlyMap<number, number>
    const k = x - y
    const before = goesDown(furthest, k, d) ? k + 1 : k - 1
    const fromX = d === 0 ? 0 : reach(furthest, before)
    const fromY = d === 0 ? 0 : fromX - before
    while (x > fromX && y > fromY) {
      x -= 1
      y -= 1
      pairs.push([x, y])
    }
    ;[x, y] = [fromX, fromY]
  }
  return pairs.reverse()
}

function withoutFar(lines: readonly LineChange[]): readonly LineChange[] {
  const near = new Set<number>()
  lines.forEach(({ kind }, at) => {
    if (kind === 'same') return
    for (let around = at - AROUND; around <= at + AROUND; around += 1) near.add(around)
  })
  return lines.flatMap((line, at): readonly LineChange[] => {
    if (near.has(at)) return [line]
    const isFirst = at === 0 || near.has(at - 1)
    return isFirst ? [{ ...line, kind: 'skipped', text: '' }] : []
  })
}
