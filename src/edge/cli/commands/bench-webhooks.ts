import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { Drive, Driven } from './bench-webhooks/drive.ts'

export type BenchWebhooksIo = {
  readonly stdout: { write(text: string): unknown }
  readonly open: () => Promise<WebhookBench>
}

/** The house with LINE turned on, and beside it a route that does nothing but insert the body. */
export type WebhookBench = {
  readonly ours: string
  readonly bare: string
  readonly secret: string
  readonly texts: readonly string[]
  /** Resolves when nothing waits to be answered or sent, with how many messages the log holds. */
  readonly drained: () => Promise<{ readonly kept: number; readonly sent: number }>
  readonly close: () => Promise<void>
}

const HELP = `hearth bench webhooks: does intake hold when everybody writes at once?

Posts signed LINE events at a steady rate over the loopback, from a thread of its own, to the house and
then to a bare fastify route that only inserts the body. Time counts from when an event was due.
  --rate N     events a second (1000)
  --seconds N  of each (20)
  --people N   who write (2000)
  --json       figures as JSON
Exit code: 0; 1 when an event was not acknowledged, one is missing after the drain, or p99 is 250 ms or more;
2 for a wrong call.
`

/** The promise: nothing lost, and the platform has its answer so soon, in ms. */
const PROMISED_P99 = 250

const OPTIONS = {
  rate: { type: 'string', default: '1000' },
  seconds: { type: 'string', default: '20' },
  people: { type: 'string', default: '2000' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** `hearth bench webhooks`. */
export async function run(args: readonly string[], io: BenchWebhooksIo): Promise<number> {
  const call = readCall(args)
  if (!call || call.help) {
    io.stdout.write(HELP)
    return call ? 0 : 2
  }
  const bench = await io.open()
  try {
    const figures = await measure(bench, call)
    io.stdout.write(call.json ? `${JSON.stringify(figures)}\n` : page(figures))
    const { posted, acknowledged, lost, p99_ms } = figures
    return acknowledged === posted && lost === 0 && p99_ms < PROMISED_P99 ? 0 : 1
  } finally {
    await bench.close()
  }
}

type Call = {
  readonly rate: number
  readonly seconds: number
  readonly people: number
  readonly json: boolean
  readonly help: boolean
}

function readCall(args: readonly string[]): Call | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS })
    const { json, help } = values
    const numbers = [values.rate, values.seconds, values.people].map(Number)
    const [rate = 0, seconds = 0, people = 0] = numbers
    const whole = numbers.every((n) => Number.isInteger(n) && n > 0)
    return whole ? { rate, seconds, people, json, help } : undefined
  } catch {
    return undefined
  }
}

async function measure(bench: WebhookBench, { rate, seconds, people }: Call) {
  const { secret, texts } = bench
  const how = { secret, texts, rate, people }
  // Statements are planned and the code is warm before it counts.
  await drive({ ...how, url: bench.bare, seconds: 1 })
  await drive({ ...how, url: bench.ours, rate: Math.ceil(rate / 4), seconds: 2 })
  const before = await bench.drained()
  const used = process.cpuUsage()
  const ours = await drive({ ...how, url: bench.ours, seconds })
  const began = performance.now()
  const after = await bench.drained()
  const cpu = process.cpuUsage(used)
  const drain = performance.now() - began
  const bare = await drive({ ...how, url: bench.bare, seconds })
  const kept = after.kept - before.kept
  const [p99, bareP99] = [share(ours.times, 0.99), share(bare.times, 0.99)]
  return {
    ...{ rate, seconds, people },
    posted: ours.posted,
    acknowledged: ours.acknowledged.length,
    lost: Math.max(0, ours.acknowledged.length - kept),
    // Durable, but too late for the platform: it would come again, and be told that it is known.
    kept_late: Math.max(0, kept - ours.acknowledged.length),
    sent: after.sent - before.sent,
    drain_ms: Math.round(drain),
    // Of this process, until all is answered and sent: what other work on the machine does not change.
    cpu_ms: (cpu.user + cpu.system) / 1_000 / ours.posted,
    p50_ms: share(ours.times, 0.5),
    p99_ms: p99,
    bare_acknowledged: bare.acknowledged.length,
    bare_p50_ms: share(bare.times, 0.5),
    bare_p99_ms: bareP99,
    ratio_p99: p99 / bareP99,
  }
}

function drive(workerData: Drive): Promise<Driven> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./bench-webhooks/drive.ts', import.meta.url), { workerData })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

type Figures = Awaited<ReturnType<typeof measure>>

function page(figures: Figures): string {
  const ms = (value: number) => `${value.toFixed(1)} ms`
  return [
    `signed events     ${figures.posted}: ${figures.rate} a second for ${figures.seconds} s, ${figures.people} people`,
    `acknowledged      ${figures.acknowledged}, p50 ${ms(figures.p50_ms)}, p99 ${ms(figures.p99_ms)}`,
    `lost              ${figures.lost} (${figures.kept_late} kept but answered too late) after a drain of ${(figures.drain_ms / 1_000).toFixed(1)} s, ${figures.sent} turns sent out`,
    `processor         ${figures.cpu_ms.toFixed(2)} ms a message, until all is answered and sent`,
    `bare insert       ${figures.bare_acknowledged}, p50 ${ms(figures.bare_p50_ms)}, p99 ${ms(figures.bare_p99_ms)}`,
    `ratio of p99      ${figures.ratio_p99.toFixed(1)}`,
    '',
  ].join('\n')
}
