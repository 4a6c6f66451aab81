import { type Document, isMap, LineCounter, parseDocument } from 'yaml'

/** One step of a flow as it is written, with the comments right above it. */
export type StepText = {
  readonly text: string
  /** Offset in the file. */
  readonly from: number
  /** 1-based line of the file on which `text` begins. */
  readonly line: number
  readonly parsed: Parsed
}

/** What a piece of YAML says; `value` is undefined where it cannot be read. */
export type Parsed = {
  readonly value: unknown
  readonly document: Document
  readonly lines: LineCounter
  readonly errors: readonly { readonly says: string; readonly at: number }[]
}

/**
 * A flow taken apart: what stands before the steps, each step, and what stands behind them. After a change only the
 * step that was changed is read anew, so that a flow of a thousand steps answers at once.
 */
export type Parts = {
  readonly head: string
  /** All but the steps. */
  readonly rest: Parsed
  readonly steps: readonly StepText[]
  /** Keys below the steps; empty in a flow that is written as usual. */
  readonly tail: string
}

/** Takes the text of a flow apart; null where its steps are not a plain list of lines. */
export function partsOf(text: string): Parts | null {
  const found = /^steps:[ \t]*(?:#.*)?$/m.exec(text)
  if (!found) return null
  const begins = found.index + found[0].length + 1
  const after = text.slice(begins)
  const ends = /^[^\s#-]/m.exec(after)?.index ?? after.length
  const spans = itemSpans(after.slice(0, ends))
  if (spans === null) return null
  const head = text.slice(0, Math.min(begins, text.length))
  const tail = after.slice(ends)
  let line = countLines(head)
  let at = 0
  const steps = spans.map(({ from, to }) => {
    line += countLines(after.slice(at, from))
    at = from
    const own = after.slice(from, to)
    return { text: own, from: begins + from, line: line + 1, parsed: read(own) }
  })
  return { head, rest: read(head + tail), steps, tail }
}

/** The list's items by their dashes; null where something else stands between them. */
function itemSpans(list: string): readonly { readonly from: number; readonly to: number }[] | null {
  const indent = /^( *)- /m.exec(list)?.[1]?.length
  if (indent === undefined) return list.trim() === '' ? [] : null
  const dash = `${' '.repeat(indent)}- `
  const spans: { from: number; to: number }[] = []
  let at = 0
  let notes: number | null = null
  for (const line of list.split('\n')) {
    const open = spans.at(-1)
    if (line.startsWith(dash)) {
      spans.push({ from: notes ?? at, to: at + line.length })
      notes = null
    } else if (line.trim() === '') notes = null
    else if (/^ *#/.test(line) && line.search(/\S/) <= indent) notes ??= at
    else if (!open || line.search(/\S/) <= indent) return null
    else {
      open.to = at + line.length
      notes = null
    }
    at += line.length + 1
  }
  return spans
}

const countLines = (text: string): number => text.split('\n').length - 1

/** Pieces that were read before: one step is changed at a time. */
const known = new Map<string, Parsed>()

/** Bounds what is remembered: a long flow, and its steps as they were some hundred edits ago. */
const MOST = 5_000

export function read(text: string): Parsed {
  const before = known.get(text)
  if (before) return before
  if (known.size >= MOST) known.clear()
  const parsed = parsePiece(text)
  known.set(text, parsed)
  return parsed
}

function parsePiece(text: string): Parsed {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const errors = document.errors.map(({ message, pos }) => ({ says: message, at: pos[0] }))
  return { value: errors.length > 0 ? undefined : plainOf(document), document, lines, errors }
}

/** Aliases could blow a small file up to any size: there are none in a flow. */
function plainOf(document: Document): unknown {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 0 })
    return isMap(document.contents) || Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
