import { readFile } from 'node:fs/promises'
import type { Knowledge } from '../../../../core/understanding/knowledge.ts'
import { understand } from '../../../../core/understanding/understand.ts'
import type { Understood } from '../../../../core/understanding/understood.ts'
import { Labelled, type LabelledLine, NOW } from './labelled.ts'
import { askedOf, namesOf, slotHits } from './labels.ts'
import { type Count, f1, rate, wilson } from './measures.ts'

type Heard = { readonly line: LabelledLine; readonly understood: Understood; readonly ms: number }
type Row = {
  readonly task: string
  readonly figures: string
  readonly target: string
  readonly misses: readonly string[]
}

const WARM = 5

/** Prints how well a labelled file is understood, beside the targets. */
export async function score(
  file: string,
  knowledge: Knowledge,
  how: { readonly json: boolean; readonly misses: boolean },
  io: { readonly stdout: { write(text: string): unknown } },
): Promise<number> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((l) => l.trim() !== '')
  const heard = lines.map((l) => hear(Labelled.parse(JSON.parse(l)), knowledge))
  const rows = [
    ...crisisRows(heard),
    ...needRows(heard),
    ...actRows(heard),
    ...slotRows(heard),
    latency(heard),
  ]
  if (how.json) io.stdout.write(`${JSON.stringify({ file, n: heard.length, rows })}\n`)
  else for (const row of rows) io.stdout.write(printed(row, how.misses))
  return 0
}

/** Timed warm, as a running server is: the first use of each pattern compiles it. */
function hear(line: LabelledLine, knowledge: Knowledge): Heard {
  const asked = askedOf(line.ctx, NOW)
  for (let i = 0; i < WARM; i++) understand(line.text, asked, knowledge)
  const start = performance.now()
  const understood = understand(line.text, asked, knowledge)
  return { line, understood, ms: performance.now() - start }
}

function crisisRows(heard: readonly Heard[]): readonly Row[] {
  const labelled = heard.filter((h) => h.line.crisis !== undefined)
  if (labelled.length === 0)
    return [alarms(heard, 'crisis alarms on messages without a label', '<= 2%')]
  const raised = (h: Heard) =>
    h.understood.crisis.tier === 'high' || h.understood.crisis.tier === 'imminent'
  const grave = labelled.filter((h) => h.line.crisis === 'high' || h.line.crisis === 'imminent')
  const imminent = labelled.filter((h) => h.line.crisis === 'imminent')
  const calm = labelled.filter((h) => h.line.crisis === 'none')
  const exact = labelled.filter((h) => h.understood.crisis.tier === h.line.crisis)
  return [
    row('crisis high+imminent recall', grave, raised, '>= .98'),
    row('crisis imminent raised at all', imminent, raised, '1.00'),
    row(
      'crisis imminent as imminent',
      imminent,
      (h) => h.understood.crisis.tier === 'imminent',
      '',
    ),
    alarms(calm, 'crisis false alarms on calm lines', '<= 1%'),
    row('crisis exact tier', labelled, (h) => exact.includes(h), ''),
  ]
}

function alarms(heard: readonly Heard[], task: string, target: string): Row {
  const raised = heard.filter((h) => ['high', 'imminent'].includes(h.understood.crisis.tier))
  const count = { hits: raised.length, of: heard.length }
  return { task, figures: rate(count), target, misses: raised.map((h) => h.line.id) }
}

function row(task: string, of: readonly Heard[], hit: (h: Heard) => boolean, target: string): Row {
  const misses = of.filter((h) => !hit(h))
  const count: Count = { hits: of.length - misses.length, of: of.length }
  return {
    task,
    figures: `${rate(count)} ${wilson(count)}`,
    target,
    misses: misses.map((h) => h.line.id),
  }
}

/** A need counts when it is heard as present; `who` is judged where the code is right. */
function needRows(heard: readonly Heard[]): readonly Row[] {
  const counts = { right: 0, extra: 0, missed: 0 }
  const who = { hits: 0, of: 0 }
  const polarity = { hits: 0, of: 0 }
  const misses: string[] = []
  const wrongWho: string[] = []
  for (const { line, understood } of heard) {
    const wanted = new Set(line.indicators.filter((i) => isPresent(i.polarity)).map((i) => i.code))
    const got = new Set(
      understood.indicators.filter((i) => i.polarity === 'present').map((i) => i.code as string),
    )
    const extra = [...got].filter((c) => !wanted.has(c))
    const missed = [...wanted].filter((c) => !got.has(c))
    counts.right += [...got].filter((c) => wanted.has(c)).length
    counts.extra += extra.length
    counts.missed += missed.length
    if (extra.length + missed.length > 0) misses.push(`${line.id}(+${extra} -${missed})`)
    for (const label of line.indicators) {
      const same = understood.indicators.filter((i) => i.code === label.code)
      if (same.length === 0) continue
      polarity.of++
      if (same.some((i) => isSamePolarity(i.polarity, label.polarity))) polarity.hits++
      who.of++
      if (same.some((i) => i.who === label.who)) who.hits++
      else wrongWho.push(`${line.id}(${label.code} ${label.who}, not ${same.map((i) => i.who)})`)
    }
  }
  return [
    { task: 'needs, micro', figures: f1(counts), target: 'P >= .80, R >= .85', misses },
    { task: 'needs, whose', figures: rate(who), target: '>= .90', misses: wrongWho },
    { task: 'needs, polarity', figures: rate(polarity), target: '', misses: [] },
  ]
}

function isPresent(polarity: string | undefined): boolean {
  return polarity === undefined || polarity === 'present'
}

function isSamePolarity(got: string, wanted: string | undefined): boolean {
  if (wanted === 'past_or_uncertain') return got === 'past' || got === 'hypothetical'
  return got === (wanted ?? 'present')
}

function actRows(heard: readonly Heard[]): readonly Row[] {
  const labelled = heard.filter((h) => h.line.acts !== undefined)
  if (labelled.length === 0) return []
  const names = [...new Set(labelled.flatMap((h) => h.line.acts ?? []))]
  const got = (h: Heard) => namesOf(h.understood.acts)
  const each = names.map((name) => {
    const right = labelled.filter(
      (h) => h.line.acts?.includes(name) && got(h).includes(name),
    ).length
    const wanted = labelled.filter((h) => h.line.acts?.includes(name)).length
    const heardAs = labelled.filter((h) => got(h).includes(name)).length
    return right === 0 ? 0 : (2 * right) / (wanted + heardAs)
  })
  const macro = each.reduce((a, b) => a + b, 0) / Math.max(1, each.length)
  const exact = row(
    'acts, all of a message right',
    labelled,
    (h) => same(got(h), h.line.acts ?? []),
    '',
  )
  const misses = labelled
    .filter((h) => !same(got(h), h.line.acts ?? []))
    .map((h) => `${h.line.id}(${h.line.acts}, not ${got(h)})`)
  return [
    {
      task: `acts, macro F1 of ${names.length}`,
      figures: macro.toFixed(3),
      target: '>= .93',
      misses,
    },
    { ...exact, misses: [] },
  ]
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((x) => b.includes(x))
}

function slotRows(heard: readonly Heard[]): readonly Row[] {
  const judged = heard.map((h) => ({ h, hits: slotHits(h.line.slots, h.understood.slots) }))
  const all = judged.flatMap((j) => j.hits)
  const misses = judged.flatMap(({ h, hits }) =>
    hits.filter((x) => !x.hit).map((x) => `${h.line.id}(${x.slot})`),
  )
  const count = { hits: all.filter((x) => x.hit).length, of: all.length }
  return [{ task: 'slots stated', figures: rate(count), target: '1.00', misses }]
}

function latency(heard: readonly Heard[]): Row {
  const times = heard.map((h) => h.ms).sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2)
  const figures = `median ${at(0.5)} ms, p99 ${at(0.99)} ms`
  return { task: 'latency', figures, target: 'p99 < 5 ms', misses: [] }
}

function printed(row: Row, withMisses: boolean): string {
  const line = `${row.task.padEnd(46)} ${row.figures.padEnd(44)} ${row.target}\n`
  return withMisses && row.misses.length > 0 ? `${line}    ${row.misses.join(' ')}\n` : line
}
