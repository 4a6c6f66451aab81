import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'

export type Span = { readonly from: number; readonly to: number }

type Entry = Node | Pair

/** Where the last sign of a value is: line ends and comments behind it are not part of it. */
export function endOf(text: string, entry: Entry | null | undefined): number {
  if (isPair(entry)) {
    const key = entry.key as Node
    return entry.value === null ? (key.range?.[1] ?? 0) : endOf(text, entry.value as Node)
  }
  if (isCollection(entry) && !entry.flow && entry.items.length > 0) {
    return endOf(text, entry.items.at(-1) as Entry)
  }
  const [from = 0, to = 0] = (entry as Node | null | undefined)?.range ?? []
  let end = to
  while (end > from && text[end - 1] === '\n') end -= 1
  return end
}

/** Where an entry begins: its key, or what stands in a list behind the dash. */
export const startOf = (entry: Entry): number =>
  ((isPair(entry) ? entry.key : entry) as Node).range?.[0] ?? 0

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

export const columnOf = (text: string, at: number): number => at - lineStart(text, at)

/**
 * The lines of each entry of a block collection, with the comments right above it. What stands between two of
 * them (empty lines, comments on their own) belongs to neither.
 */
export function entrySpans(text: string, collection: YAMLMap | YAMLSeq): readonly Span[] {
  let least = 0
  return (collection.items as readonly Entry[]).map((entry) => {
    const dash = isMap(collection) ? startOf(entry) : dashOf(text, startOf(entry))
    const from = withComments(text, lineStart(text, dash), least)
    const to = lineEnd(text, endOf(text, entry))
    least = to
    return { from, to }
  })
}

/** The comment lines right above a line belong to what it begins. */
function withComments(text: string, line: number, least: number): number {
  let from = line
  while (from > least) {
    const above = lineStart(text, from - 1)
    if (above < least || !/^[ \t]*#/.test(text.slice(above, from))) return from
    from = above
  }
  return from
}

function dashOf(text: string, at: number): number {
  let dash = at - 1
  while (dash > 0 && text[dash] !== '-') dash -= 1
  return dash
}

export const keyOf = (entry: Entry): string | undefined =>
  isPair(entry) && isScalar(entry.key) ? String(entry.key.value) : undefined
