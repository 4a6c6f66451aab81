import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Gazetteer } from '../../../core/understanding/place/gazetteer.ts'
import { locate } from '../../../core/understanding/place/locate.ts'
import type { Address } from '../../../core/understanding/understood.ts'
import { score } from './locate/score.ts'

export type LocateIo = {
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: { write(text: string): unknown }
  /** The places of this house; read only when there is something to locate. */
  readonly places: () => Promise<Gazetteer>
}

const HELP = `hearth locate: which street office and committee does a text speak of?

Reads JSON Lines from standard input: {"text", "city"?, "district"?}
  city and district are names or codes: "上海市", "3101", "长宁区", "310105"
Writes one line each: {"street"?, "committee"?, "sure", "options", "why"}, the names of the places,
  with their codes beside them, and district, road, number, unit, estate where the text has them.
  sure false: ask before it is used. A road's name alone is never sure.

  --score FILE  scores a labelled JSONL file (text or rest, city, district, street) and prints the
                table of targets; with --json as one line
Exit code: 0, 1 when a line could not be read, 2 for a wrong call.
`

const Question = z.object({
  text: z.string(),
  city: z.string().nullish(),
  district: z.string().nullish(),
})

/** `hearth locate`. */
export async function run(args: readonly string[], io: LocateIo): Promise<number> {
  if (args.includes('--help')) {
    io.stdout.write(HELP)
    return 0
  }
  const file = args[args.indexOf('--score') + 1]
  if (args.includes('--score') && file !== undefined) {
    return score(file, await io.places(), { json: args.includes('--json') }, io)
  }
  if (args.length > 0) {
    io.stdout.write(HELP)
    return 2
  }
  return answerAll(io)
}

async function answerAll(io: LocateIo): Promise<number> {
  const places = await io.places()
  let code = 0
  for await (const line of createInterface({ input: io.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    const answer = answerTo(line, places)
    if ('error' in answer) code = 1
    io.stdout.write(`${JSON.stringify(answer)}\n`)
  }
  return code
}

function answerTo(line: string, places: Gazetteer): object {
  const question = Question.safeParse(parsed(line))
  if (!question.success) return { error: 'bad_json' }
  const { text, city, district } = question.data
  const hint = { ...(city && { city }), ...(district && { district }) }
  const address = locate(text, places, hint)
  return address === undefined ? NOWHERE : named(address, places)
}

const NOWHERE = { sure: false, options: [], why: 'no_place' }

/** Codes are for programs, names for people: both are given. */
function named(address: Address, places: Gazetteer): object {
  const { street, committee, district, options, ...rest } = address
  return {
    ...(district && { district: places.districts.get(district)?.name, district_code: district }),
    ...placeNames(street, committee, places),
    ...rest,
    options: options.map((o) => ({
      ...placeNames(o.street, o.committee, places),
      label: o.label,
    })),
  }
}

function placeNames(
  street: string | undefined,
  committee: string | undefined,
  places: Gazetteer,
): object {
  return {
    ...(street && { street: places.streets.get(street)?.name, street_code: street }),
    ...(committee && {
      committee: places.committees.get(committee)?.name,
      committee_code: committee,
    }),
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
