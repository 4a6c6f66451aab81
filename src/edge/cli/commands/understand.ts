import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Instant } from '../../../core/time.ts'
import type { Knowledge } from '../../../core/understanding/knowledge.ts'
import { understand } from '../../../core/understanding/understand.ts'
import { EXPECTS, type Understood } from '../../../core/understanding/understood.ts'
import { namesOf } from './understand/labels.ts'
import { score } from './understand/score.ts'

export type UnderstandIo = {
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: { write(text: string): unknown }
  /** Lexicons and places of this house. */
  readonly knowledge: () => Promise<Knowledge>
  readonly now: () => Instant
}

const HELP = `hearth understand: what does a message say?

Reads JSON Lines from standard input:
  {"text", "expects"?, "options"?: [label or {"label", "words"}], "now"?: ISO time, "before"?: [texts],
   "per"?: month, year or once, "city"?, "district"?}
  expects  what the resident was asked for: ${EXPECTS.join(' ')}
           (open when left out)
Writes one line each: {"acts", "crisis": {"tier", "type"?, "rule"?}, "indicators", "slots", "version"}

  --score FILE  scores a labelled JSONL file (text, ctx, acts, indicators, crisis, slots) and prints
                the table of targets; with --json as one line, with --misses the ids that differ
Exit code: 0, 1 when a line could not be read, 2 for a wrong call.
`

const Label = z.union([
  z.string().transform((label) => ({ label })),
  z.object({ label: z.string(), words: z.array(z.string()).default([]) }),
])

const Line = z.object({
  text: z.string(),
  expects: z.enum(EXPECTS).nullish(),
  options: z.array(Label).nullish(),
  now: z.iso.datetime({ offset: true, local: true }).nullish(),
  before: z.array(z.string()).nullish(),
  per: z.enum(['month', 'year', 'once']).nullish(),
  city: z.string().nullish(),
  district: z.string().nullish(),
})

/** `hearth understand`. */
export async function run(args: readonly string[], io: UnderstandIo): Promise<number> {
  if (args.includes('--help')) {
    io.stdout.write(HELP)
    return 0
  }
  const file = args[args.indexOf('--score') + 1]
  if (args.includes('--score') && file !== undefined) {
    const how = { json: args.includes('--json'), misses: args.includes('--misses') }
    return score(file, await io.knowledge(), how, io)
  }
  if (args.length > 0) {
    io.stdout.write(HELP)
    return 2
  }
  return answerAll(io)
}

async function answerAll(io: UnderstandIo): Promise<number> {
  const knowledge = await io.knowledge()
  let code = 0
  for await (const line of createInterface({ input: io.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    const answer = answerTo(line, knowledge, io.now())
    if ('error' in answer) code = 1
    io.stdout.write(`${JSON.stringify(answer)}\n`)
  }
  return code
}

function answerTo(line: string, knowledge: Knowledge, now: Instant): object {
  const read = Line.safeParse(parsed(line))
  if (!read.success) return { error: 'bad_json' }
  const { text, expects, options, now: at, before, per, city, district } = read.data
  const understood = understand(
    text,
    {
      expects: expects ?? 'open',
      now: at ? instantOf(at) : now,
      ...(options && { options }),
      ...(before && { before }),
      ...(per && { per }),
      ...(city && { city }),
      ...(district && { district }),
    },
    knowledge,
  )
  return written(understood)
}

/** The acts as their names, first of all: that is what other programs read. */
function written({ acts, crisis, indicators, slots, version }: Understood): object {
  return { acts: namesOf(acts), crisis, indicators, slots, version }
}

/** A time without an offset is Shanghai's. */
function instantOf(iso: string): Instant {
  return Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) ? iso : `${iso}+08:00`)
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
