import { Document, type YAMLSeq } from 'yaml'

/** Collections under these keys are written over several lines; all others on one. */
const TALL: ReadonlySet<string> = new Set([
  ...['options', 'questions', 'steps', 'slots', 'sections', 'defaults', 'silence'],
])

/** `yes` and `no` are quoted, for readers of older YAML. */
const STYLE = { lineWidth: 0, compat: 'yaml-1.1' } as const

/** `key: value` for a block mapping whose keys stand `indent` spaces in; no line end. */
export function renderPair(key: string, value: unknown, indent: number): string {
  return `${flowScalar(key)}:${renderAfterColon(key, value, indent)}`
}

/** What follows the colon: a space and the value, or lines below it. */
export function renderAfterColon(key: string, value: unknown, indent: number): string {
  if (isTall(key, value)) return `\n${renderTall(value, indent + 2)}`
  return ` ${typeof value === 'string' ? blockText(value, indent) : renderFlow(value)}`
}

/** An entry of a block list: `- ` and a mapping whose other keys stand below its first. */
export function renderItem(value: unknown, indent: number): string {
  const pad = ' '.repeat(indent)
  if (!isRecord(value)) {
    return `${pad}- ${typeof value === 'string' ? blockText(value, indent) : renderFlow(value)}`
  }
  const pairs = Object.entries(value).map(([key, each]) => renderPair(key, each, indent + 2))
  return `${pad}- ${pairs.join(`\n${pad}  `)}`
}

/** Everything on one line: `{ label: 同意, words: [好, 行] }`. */
export function renderFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(renderFlow).join(', ')}]`
  if (!isRecord(value)) return flowScalar(value)
  const pairs = Object.entries(value).map(
    ([key, each]) => `${flowScalar(key)}: ${renderFlow(each)}`,
  )
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function isTall(key: string, value: unknown): boolean {
  const isFull = typeof value === 'object' && value !== null && Object.keys(value).length > 0
  return TALL.has(key) && isFull
}

function renderTall(value: unknown, indent: number): string {
  if (Array.isArray(value)) return value.map((each) => renderItem(each, indent)).join('\n')
  return Object.entries(value as object)
    .map(([key, each]) => ' '.repeat(indent) + renderPair(key, each, indent))
    .join('\n')
}

function flowScalar(value: unknown): string {
  if (typeof value === 'string' && value.includes('\n')) return JSON.stringify(value)
  const list = new Document([value], STYLE)
  ;(list.contents as YAMLSeq).flow = true
  return String(list).trim().slice(1, -1).trim()
}

/** A text in a block mapping; several lines stand below as they are read. */
function blockText(value: string, indent: number): string {
  if (value.endsWith('\n')) return JSON.stringify(value)
  const text = String(new Document({ k: value }, STYLE))
    .replace(/\n$/, '')
    .slice(3)
  return text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`)
}
