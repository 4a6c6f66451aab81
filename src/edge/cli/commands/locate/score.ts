import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Gazetteer } from '../../../../core/understanding/place/gazetteer.ts'
import { locate } from '../../../../core/understanding/place/locate.ts'
import type { Address } from '../../../../core/understanding/understood.ts'
import { rate, wilson } from '../understand/measures.ts'

const Labelled = z.object({
  text: z.string(),
  /** The address without district and street; when it is there, it is what is located. */
  rest: z.string().optional(),
  city: z.string().optional(),
  district: z.string().optional(),
  /** The right street office, by name or code. */
  street: z.string(),
})

type Located = { readonly right: string; readonly found: Address | undefined; readonly ms: number }

type Row = {
  readonly task: string
  readonly hits: number
  readonly of: number
  readonly target: string
}

/** Prints how well a file of labelled addresses is located, beside the targets. */
export async function score(
  file: string,
  places: Gazetteer,
  how: { readonly json: boolean },
  io: { readonly stdout: { write(text: string): unknown } },
): Promise<number> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  const located = lines.map((line) => locateOne(Labelled.parse(JSON.parse(line)), places))
  const rows = rowsOf(located, places)
  if (how.json) io.stdout.write(`${JSON.stringify({ file, n: located.length, rows })}\n`)
  else for (const row of rows) io.stdout.write(printed(row))
  return 0
}

function locateOne(line: z.infer<typeof Labelled>, places: Gazetteer): Located {
  const { text, rest, city, district, street } = line
  const hint = { ...(city && { city }), ...(district && { district }) }
  locate(rest ?? text, places, hint)
  const start = performance.now()
  const found = locate(rest ?? text, places, hint)
  return { right: bare(street), found, ms: performance.now() - start }
}

function rowsOf(located: readonly Located[], places: Gazetteer): readonly Row[] {
  const is = (street: string | undefined, right: string) =>
    street === right || bare(places.streets.get(street ?? '')?.name ?? '') === right
  const sure = located.filter(({ found }) => found?.sure)
  const asked = located.filter(({ found }) => found?.sure === false && found.options.length > 0)
  const right = sure.filter((one) => is(one.found?.street, one.right))
  const offered = asked.filter((one) => one.found?.options.some((o) => is(o.street, one.right)))
  const quick = located.filter(({ ms }) => ms < 5)
  const row = (task: string, hits: readonly unknown[], of: readonly unknown[], target: string) => {
    return { task, hits: hits.length, of: of.length, target }
  }
  return [
    row('sure and right', right, sure, '>= .98'),
    row('sure at all', sure, located, '>= .50 with road rows'),
    row('truth among the options offered', offered, asked, '>= .90'),
    row('options offered', asked, located, ''),
    row('under 5 ms', quick, located, '>= .99'),
  ]
}

/** Sources write 江苏街道 and 江苏路街道, 仙霞街道 and 仙霞新村街道. */
const bare = (street: string): string => street.replace(/(?:路|新村)?街道$/, '街道')

function printed({ task, target, ...count }: Row): string {
  const figures = `${rate(count)} ${wilson(count)}`
  return `${task.padEnd(34)} ${figures.padEnd(34)} ${target}\n`
}
