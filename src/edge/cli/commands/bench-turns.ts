import { parseArgs } from 'node:util'

export type BenchTurnsIo = {
  readonly stdout: { write(text: string): unknown }
  /** A running engine over a database that may be filled, and bare updates beside it. */
  readonly open: () => Promise<TurnBench>
}

export type TurnBench = {
  /** Which dialog answers: the real one, or a small one of the tests. */
  readonly dialog: string
  /** A message of conversation `n` to its durable answer. */
  readonly receive: (n: number, externalId: string) => Promise<unknown>
  /** One durable UPDATE of row `n`: the least that any durable step costs here. */
  readonly update: (n: number) => Promise<unknown>
  /** Ms that the dialog has thought so far, all turns together; absent = not told apart. */
  readonly thought?: () => number
  readonly close: () => Promise<void>
}

const HELP = `hearth bench turns: what does one durable turn cost?

Whole turns (understood, answered, sealed, committed) beside bare UPDATEs of one row, through the
same driver and server, in turn, so that a busy machine slows both alike.
  --conversations N  at once (128)
  --rounds N         of each (5)
  --seconds N        a round (2)
  --json             figures as JSON
Exit code: 0; 1 when a turn without its thinking costs more than 1/0.8 updates, or 10 ms alone; 2 for
a wrong call.
`

/**
 * The promise: besides the thinking of the dialog, at least this share of the updates; and with it no
 * longer than this alone, in ms.
 */
const PROMISED_RATIO = 0.8
const PROMISED_MS = 10

const ALONE = 200

const OPTIONS = {
  conversations: { type: 'string', default: '128' },
  rounds: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '2' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** `hearth bench turns`. */
export async function run(args: readonly string[], io: BenchTurnsIo): Promise<number> {
  const call = readCall(args)
  if (!call || call.help) {
    io.stdout.write(HELP)
    return call ? 0 : 2
  }
  const bench = await io.open()
  try {
    const figures = await measure(bench, call)
    io.stdout.write(call.json ? `${JSON.stringify(figures)}\n` : page(figures))
    return figures.ratio_without_dialog >= PROMISED_RATIO && figures.alone_ms <= PROMISED_MS ? 0 : 1
  } finally {
    await bench.close()
  }
}

type Call = {
  readonly conversations: number
  readonly rounds: number
  readonly seconds: number
  readonly json: boolean
  readonly help: boolean
}

function readCall(args: readonly string[]): Call | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS })
    const { json, help } = values
    const [conversations, rounds, seconds] = [
      Number(values.conversations),
      Number(values.rounds),
      Number(values.seconds),
    ]
    const whole = [conversations, rounds].every((n) => Number.isInteger(n) && n > 0)
    return whole && seconds > 0 ? { conversations, rounds, seconds, json, help } : undefined
  } catch {
    return undefined
  }
}

async function measure(bench: TurnBench, { conversations, rounds, seconds }: Call) {
  let message = 0
  const turn = (n: number) => bench.receive(n, `bench-${process.pid}-${++message}`)
  // Begins the conversations and plans the statements.
  await perSecond(conversations, seconds / 2, turn)
  await perSecond(conversations, seconds / 2, bench.update)
  const turns: number[] = []
  const updates: number[] = []
  const thinking: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = bench.thought?.() ?? 0
    const rate = await perSecond(conversations, seconds, turn)
    turns.push(rate)
    thinking.push(((bench.thought?.() ?? 0) - before) / (rate * seconds))
    updates.push(await perSecond(conversations, seconds, bench.update))
  }
  const shareOf = (rate: number, round: number) => rate / (updates[round] ?? Number.NaN)
  const ratios = turns.map(shareOf)
  // One thread thinks and writes: what the thinking took is not there for the rest.
  const rest = turns.map((rate, n) => rate / Math.max(1 - (rate * (thinking[n] ?? 0)) / 1000, 0.01))
  return {
    dialog: bench.dialog,
    conversations,
    rounds,
    turns_per_second: median(turns),
    updates_per_second: median(updates),
    ratio: median(ratios),
    ratios,
    dialog_ms: median(thinking),
    ratio_without_dialog: median(rest.map(shareOf)),
    alone_ms: median(await alone(turn)),
  }
}

/** Each of `many` does one thing after the other for some seconds. */
async function perSecond(
  many: number,
  seconds: number,
  one: (n: number) => Promise<unknown>,
): Promise<number> {
  const begin = performance.now()
  const end = begin + seconds * 1000
  let count = 0
  const worker = async (n: number) => {
    while (performance.now() < end) {
      await one(n)
      count++
    }
  }
  await Promise.all(Array.from({ length: many }, (_, n) => worker(n)))
  return (count * 1000) / (performance.now() - begin)
}

async function alone(turn: (n: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < ALONE; n++) {
    const begin = performance.now()
    await turn(0)
    times.push(performance.now() - begin)
  }
  return times
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

type Figures = Awaited<ReturnType<typeof measure>>

function page(figures: Figures): string {
  const { dialog, conversations, rounds, ratios } = figures
  return [
    `dialog            ${dialog}`,
    `conversations     ${conversations} at once, ${rounds} rounds of each`,
    `durable turns     ${figures.turns_per_second.toFixed(0)} a second (median)`,
    `bare updates      ${figures.updates_per_second.toFixed(0)} a second (median)`,
    `ratio             ${figures.ratio.toFixed(2)} (${ratios.map((r) => r.toFixed(2)).join(' ')})`,
    `thinking          ${figures.dialog_ms.toFixed(3)} ms a turn`,
    `ratio besides it  ${figures.ratio_without_dialog.toFixed(2)}`,
    `one alone         ${figures.alone_ms.toFixed(2)} ms (median of ${ALONE})`,
    '',
  ].join('\n')
}
