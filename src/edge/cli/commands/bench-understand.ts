import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Knowledge } from '../../../core/understanding/knowledge.ts'
import { understand } from '../../../core/understanding/understand.ts'
import { type Answerer, ownAnswers, theirAnswers } from './understand/answer-case.ts'
import { type Case, COLLOQUIAL } from './understand/colloquial.ts'
import { actsBeside } from './understand/learned-acts.ts'
import { readCases } from './understand/read-cases.ts'

export type BenchUnderstandIo = {
  readonly stdout: { write(text: string): unknown }
  readonly knowledge: () => Promise<Knowledge>
}

const HELP = `hearth bench understand: answers, speed and memory of understanding.

  --cases FOLDER  also the zh-cn cases of Recognizers-Text (NumberModel.json …)
  --with FOLDER   where @microsoft/recognizers-text-suite and @nlpjs are looked for (this folder)
  --learn FILE    with --acts: acts beside nlp.js, which learns from this labelled file …
  --acts FILE     … and answers this one
  --misses        the texts that are not heard
  --json          figures as JSON
Exit code: 0, 2 for a wrong call.
`

const OPTIONS = {
  cases: { type: 'string' },
  with: { type: 'string', default: '.' },
  learn: { type: 'string' },
  acts: { type: 'string' },
  misses: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

type Row = {
  readonly list: string
  readonly kind: string
  readonly of: number
  readonly ours: number
  readonly theirs: number | null
  readonly misses: readonly string[]
}

/** `hearth bench understand`. */
export async function run(args: readonly string[], io: BenchUnderstandIo): Promise<number> {
  const call = readCall(args)
  if (call === undefined || call.help) {
    io.stdout.write(HELP)
    return call?.help ? 0 : 2
  }
  const before = heap()
  const knowledge = await io.knowledge()
  understand(LETTER, { expects: 'open', now: Date.now() }, knowledge)
  const memory = Math.round((heap() - before) / 1e6)
  const ours = ownAnswers(knowledge)
  const theirs = theirAnswers(call.with)
  const spec = call.cases === undefined ? [] : await readCases(call.cases)
  const rows = [
    ...table('colloquial', COLLOQUIAL, ours, theirs),
    ...table(
      'theirs, supported',
      spec.filter((c) => c.supported),
      ours,
      theirs,
    ),
    ...table(
      'theirs, unsupported',
      spec.filter((c) => !c.supported),
      ours,
      theirs,
    ),
  ]
  const acts =
    call.learn === undefined || call.acts === undefined
      ? undefined
      : await actsBeside({ learn: call.learn, test: call.acts, folder: call.with }, knowledge)
  const speeds = [speed('short answers', SHORT, knowledge), speed('a letter', [LETTER], knowledge)]
  if (call.json) {
    io.stdout.write(`${JSON.stringify({ rows, acts, speeds, memory_mb: memory })}\n`)
    return 0
  }
  if (theirs === undefined) {
    io.stdout.write(`@microsoft/recognizers-text-suite is not installed in ${call.with}\n`)
  }
  for (const row of rows) io.stdout.write(printed(row, call.misses))
  if (acts !== undefined) {
    io.stdout.write(
      `acts, one right       hearth ${acts.ours}/${acts.of}, nlp.js ${acts.theirs ?? '-'}/${acts.of}\n`,
    )
  }
  for (const { what, p50, p99 } of speeds) {
    io.stdout.write(`${what.padEnd(30)} p50 ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms\n`)
  }
  io.stdout.write(`memory, lexicons and places ${memory} MB\n`)
  return 0
}

/** Bytes that are really held: after the garbage is collected. */
function heap(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

function readCall(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values
  } catch {
    return undefined
  }
}

function table(
  list: string,
  cases: readonly Case[],
  ours: Answerer,
  theirs: Answerer | undefined,
): readonly Row[] {
  return [...new Set(cases.map((c) => c.kind))].map((kind) => {
    const these = cases.filter((c) => c.kind === kind)
    const misses = these.filter((c) => !isRight(c, ours))
    return {
      list,
      kind,
      of: these.length,
      ours: these.length - misses.length,
      theirs: theirs === undefined ? null : these.filter((c) => isRight(c, theirs)).length,
      misses: misses.map((c) => c.text),
    }
  })
}

function isRight(asked: Case, answer: Answerer): boolean {
  return answer(asked).some((got) => asked.wanted.some((wanted) => wanted === got))
}

const SHORT = [
  '一千八',
  '三口人',
  '是的呀',
  '武宁路203弄',
  '礼拜三下午',
  '谢谢侬',
  '七十三了',
  '没有',
]
const STORY = '我老伴中风瘫痪三年了，我自己也七十八了，退休金两千四百块，药费一个月要一千二，'
/** As long as anybody is heard: 4,000 characters. */
const LETTER = STORY.repeat(100)

/** Timed warm, as a running server is. */
function speed(what: string, texts: readonly string[], knowledge: Knowledge) {
  const asked = { expects: 'open', now: Date.parse('2026-11-21T12:00:00+08:00') } as const
  const rounds = Math.ceil(400 / texts.length)
  const times: number[] = []
  for (let i = 0; i < 2 * rounds; i++) {
    for (const text of texts) {
      const start = performance.now()
      understand(text, asked, knowledge)
      if (i >= rounds) times.push(performance.now() - start)
    }
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { what, p50: at(0.5), p99: at(0.99) }
}

function printed(row: Row, withMisses: boolean): string {
  const share = (n: number | null) => (n === null ? '-' : `${n}/${row.of}`)
  const cells = [row.list.padEnd(20), row.kind.padEnd(8), `hearth ${share(row.ours)}`.padEnd(16)]
  const line = `${cells.join(' ')} recognizers-text ${share(row.theirs)}\n`
  return withMisses && row.misses.length > 0 ? `${line}    ${row.misses.join(' | ')}\n` : line
}
