import { parseArgs } from 'node:util'

export type BenchDeskIo = {
  readonly stdout: { write(text: string): unknown }
  /** A running house with so many cases and advisers, on a store that is thrown away. */
  readonly open: (size: { readonly cases: number; readonly advisers: number }) => Promise<DeskBench>
}

export type DeskBench = {
  readonly advisers: readonly AtDesk[]
  readonly close: () => Promise<void>
}

/** One signed-in adviser. */
export type AtDesk = {
  readonly street: string
  /** Numbers and versions of what waits. */
  readonly list: () => Promise<readonly { readonly number: string; readonly version: number }[]>
  readonly day: () => Promise<unknown>
  readonly workspace: (number: string) => Promise<unknown>
  readonly claim: (row: { readonly number: string; readonly version: number }) => Promise<unknown>
  /** Calls back each time the house says that the queue changed. */
  readonly listen: (heard: () => void) => () => void
}

const HELP = `hearth bench desk: how long do advisers wait?

A running house over HTTP. Each adviser has a console open (one event stream), looks at the list, opens a case
from it, reads, and looks again; the list is asked for anew with each change of the queue, as the console does.
Once a second somebody takes a case, and it is measured when the others of the street hear of it.
  --advisers N   at once (100)
  --cases N      in the district (20000)
  --seconds N    measured (30)
  --json         figures as JSON
Exit code: 0; 1 when list or workspace take 100 ms or more (p95), or others hear of a change after 1 s or more;
2 for a wrong call.
`

const PROMISED_MS = 100
const PROMISED_LIVE_MS = 1_000

/** Milliseconds an adviser reads before the next look: 3–9 s; a person cannot be faster. */
const READS = { least: 3_000, spread: 6_000 }

const OPTIONS = {
  advisers: { type: 'string', default: '100' },
  cases: { type: 'string', default: '20000' },
  seconds: { type: 'string', default: '30' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** `hearth bench desk`. */
export async function run(args: readonly string[], io: BenchDeskIo): Promise<number> {
  const call = readCall(args)
  if (!call || call.help) {
    io.stdout.write(HELP)
    return call ? 0 : 2
  }
  const bench = await io.open(call)
  try {
    const figures = await measure(bench, call.seconds * 1_000)
    const all = { advisers: call.advisers, cases: call.cases, ...figures }
    io.stdout.write(call.json ? `${JSON.stringify(all)}\n` : page(all))
    const quick = figures.list.p95 < PROMISED_MS && figures.workspace.p95 < PROMISED_MS
    return quick && figures.live.p95 < PROMISED_LIVE_MS ? 0 : 1
  } finally {
    await bench.close()
  }
}

function readCall(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS })
    const { advisers, cases, seconds } = values
    const numbers = { advisers: Number(advisers), cases: Number(cases), seconds: Number(seconds) }
    const fine = Object.values(numbers).every((each) => Number.isInteger(each) && each > 0)
    return fine ? { ...numbers, json: values.json, help: values.help } : undefined
  } catch {
    return undefined
  }
}

type Times = Readonly<Record<'list' | 'day' | 'workspace' | 'live', number[]>>

async function measure({ advisers }: DeskBench, length: number) {
  const times: Times = { list: [], day: [], workspace: [], live: [] }
  const end = performance.now() + length
  const taken = new Map<string, number>()
  let failed = 0
  const timed = async <T>(name: keyof Times, run: () => Promise<T>): Promise<T | undefined> => {
    const began = performance.now()
    const done = await run().catch(() => undefined)
    if (done === undefined) failed++
    else times[name].push(performance.now() - began)
    return done
  }
  const stops = advisers.map(({ street, listen, list }) => {
    let seen = 0
    return listen(() => {
      const at = taken.get(street)
      if (at !== undefined && at > seen && performance.now() < end) {
        seen = at
        times.live.push(performance.now() - at)
      }
      void timed('list', list)
    })
  })
  await pause(2_000)
  times.list.length = 0
  await Promise.all([
    ...advisers.map((adviser, n) => work(adviser, n, end, timed)),
    takeCases(advisers, end, taken),
  ])
  for (const stop of stops) stop()
  const figures = Object.fromEntries(
    Object.entries(times).map(([name, values]) => [name, spread(values)]),
  ) as Record<keyof Times, ReturnType<typeof spread>>
  return { ...figures, failed }
}

type Timed = <T>(name: keyof Times, run: () => Promise<T>) => Promise<T | undefined>

/** Looks, opens, reads, looks again. */
async function work(adviser: AtDesk, n: number, end: number, timed: Timed): Promise<void> {
  await pause((n * 37) % READS.spread)
  for (let round = n; performance.now() < end; round++) {
    const rows = await timed('list', adviser.list)
    await pause(READS.least + ((round * 7919) % READS.spread))
    const row = rows?.[(round * 31) % rows.length]
    if (row && performance.now() < end)
      await timed('workspace', () => adviser.workspace(row.number))
    await pause(READS.least + ((round * 6007) % READS.spread))
    if (round % 4 === 0 && performance.now() < end) await timed('day', adviser.day)
  }
}

/** Once a second somebody takes the first of the list, each time in another street. */
async function takeCases(
  advisers: readonly AtDesk[],
  end: number,
  taken: Map<string, number>,
): Promise<void> {
  for (let n = 0; performance.now() < end; n++) {
    await pause(1_000)
    const adviser = advisers[(n * 13) % advisers.length]
    const [first] = adviser ? await adviser.list().catch(() => []) : []
    if (!adviser || !first) continue
    taken.set(adviser.street, performance.now())
    await adviser.claim(first).catch(() => undefined)
  }
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

function spread(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  return { count: sorted.length, p50: at(0.5) ?? Number.NaN, p95: at(0.95) ?? Number.NaN }
}

type Figures = Awaited<ReturnType<typeof measure>> & {
  readonly advisers: number
  readonly cases: number
}

function page({ advisers, cases, failed, ...figures }: Figures): string {
  const line = (name: keyof Times) => {
    const { count, p50, p95 } = figures[name]
    return `${name.padEnd(12)}${p50.toFixed(0).padStart(6)} ms median${p95.toFixed(0).padStart(6)} ms p95   ${count} times`
  }
  return [
    `${advisers} advisers at once, ${cases} cases, ${failed} calls failed`,
    ...(['list', 'day', 'workspace', 'live'] as const).map(line),
    '',
  ].join('\n')
}
