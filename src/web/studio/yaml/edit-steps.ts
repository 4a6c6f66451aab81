import { type Parts, partsOf, read } from './parts.ts'
import { isRecord, renderItem } from './render.ts'
import { type Order, type Path, rewrite } from './rewrite.ts'

/** What a step is as plain data; its form is checked elsewhere. */
export type StepValue = Readonly<Record<string, unknown>>

/** In which order the keys of a step are written. */
const STEP_ORDER: Order = [
  ...[
    'id',
    'label',
    'words',
    'section',
    'indicator',
    'when',
    'checkpoint',
    'summarise',
    'adaptive',
    'questions',
  ],
  ...[
    'run',
    'with',
    'returns',
    'hint',
    'say',
    'ask',
    'share',
    'wordings',
    'why',
    'miss',
    'into',
    'consent',
    'skippable',
    'confirm',
    'noted',
  ],
  ...[
    'heard',
    'reflect',
    'check',
    'otherwise',
    'options',
    'do',
    'goto',
    'end',
    'urgency',
    'danger',
    'exclusive',
  ],
]

/** Where something of a step is: [3] the fourth step, [3, 'questions', 0] its first question. */
export type StepPath = readonly [number, ...(string | number)[]]

/** Writes a step, or a part of it; only the lines that differ are touched. */
export function rewriteStep(text: string, [index, ...path]: StepPath, next: unknown): string {
  return changeBody(text, index, (body) => rewrite(body, [0, ...path], next, STEP_ORDER))
}

/** Changes the lines of one step. */
export function changeBody(text: string, index: number, change: (body: string) => string): string {
  const body = partsOf(text)?.steps[index]
  if (!body) return text
  return text.slice(0, body.from) + change(body.text) + text.slice(body.from + body.text.length)
}

/** Writes what is not a step: title, slots, defaults. */
export function rewriteHead(text: string, path: Path, next: unknown): string {
  const parts = partsOf(text)
  if (parts?.tail !== '') return rewrite(text, path, next)
  const steps = /steps:[^\n]*\n?$/.exec(parts.head)?.index ?? parts.head.length
  const head = parts.head.slice(0, steps)
  return rewrite(head, path, next) + text.slice(steps)
}

/** Puts the lines of a step in at a place; the steps around keep their distance. */
export function insertBody(text: string, at: number, body: string): string {
  const parts = partsOf(text)
  if (!parts) return text
  const { steps } = parts
  const next = steps[at]
  const gap = gapOf(text, parts)
  if (next) return `${text.slice(0, next.from)}${body}\n${gap}${text.slice(next.from)}`
  const last = steps.at(-1)
  const end = last ? last.from + last.text.length : parts.head.length
  const head = text.slice(0, end)
  const lineEnd = head === '' || head.endsWith('\n') ? '' : '\n'
  return `${head}${lineEnd}${last ? gap : ''}${body}${last ? text.slice(end) : `\n${text.slice(end)}`}`
}

export const insertStep = (text: string, at: number, step: StepValue): string =>
  insertBody(text, at, renderItem(step, indentOf(partsOf(text))))

/** Takes a step out, with the comments right above it. */
export function removeStep(text: string, at: number): string {
  const steps = partsOf(text)?.steps ?? []
  const step = steps[at]
  const next = steps[at + 1]
  const before = steps[at - 1]
  if (!step) return text
  if (next && !hasNotes(text.slice(step.from + step.text.length, next.from))) {
    return text.slice(0, step.from) + text.slice(next.from)
  }
  const from = before ? before.from + before.text.length : step.from
  const between = text.slice(from, step.from)
  return (
    text.slice(0, hasNotes(between) ? step.from : from) + text.slice(step.from + step.text.length)
  )
}

/** Moves a step; what stands between two places stays there. */
export function moveStep(text: string, from: number, to: number): string {
  const steps = partsOf(text)?.steps ?? []
  if (from === to || !steps[from] || !steps[to]) return text
  const bodies = steps.map((step) => step.text)
  const [moved = ''] = bodies.splice(from, 1)
  bodies.splice(to, 0, moved)
  let filled = ''
  let at = 0
  for (const [index, step] of steps.entries()) {
    filled += text.slice(at, step.from) + (bodies[index] ?? '')
    at = step.from + step.text.length
  }
  return filled + text.slice(at)
}

/** The lines of a step as they can be pasted into another flow: no indent of their own. */
export function bodyOf(text: string, at: number): string {
  const parts = partsOf(text)
  return dedent(parts?.steps[at]?.text ?? '', indentOf(parts))
}

/** Lines from elsewhere as a step of this flow; null when they are none. */
export function asBody(text: string, pasted: string): string | null {
  const lines = pasted.replaceAll('\r\n', '\n').replace(/\s+$/, '')
  const least = /^( *)- /m.exec(lines)?.[1]?.length
  if (least === undefined) return null
  const own = dedent(lines, least)
  const { value } = read(own)
  const [step, ...more] = Array.isArray(value) ? value : []
  if (!isRecord(step) || more.length > 0) return null
  const pad = ' '.repeat(indentOf(partsOf(text)))
  return own.replaceAll(/^(?=.)/gm, pad)
}

const dedent = (lines: string, by: number): string =>
  lines.replaceAll(new RegExp(`^ {0,${by}}`, 'gm'), '')

const hasNotes = (between: string): boolean => between.includes('#')

/** Empty lines that usually stand between two steps. */
function gapOf(text: string, { steps }: Parts): string {
  const [first, second] = steps
  if (!first || !second) return '\n'
  const between = text.slice(first.from + first.text.length + 1, second.from)
  return /^\n*$/.test(between) ? between : '\n'
}

const indentOf = (parts: Parts | null): number =>
  /^( *)- /m.exec(parts?.steps[0]?.text ?? '')?.[1]?.length ?? 2
