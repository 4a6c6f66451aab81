import { isMap, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { isRecord, renderAfterColon, renderFlow, renderItem, renderPair } from './render.ts'
import {
  columnOf,
  endOf,
  entrySpans,
  keyOf,
  lineEnd,
  lineStart,
  type Span,
  startOf,
} from './spans.ts'

export type Path = readonly (string | number)[]

/** In which order new keys take their place. */
export type Order = readonly string[]

/**
 * Writes a value into a YAML text so that only its own lines change: what is equal stays as it is written, with
 * its comments, quotes and order. `undefined` takes the key away.
 */
export function rewrite(text: string, path: Path, next: unknown, order: Order = []): string {
  const found = parseDocument(text)
  const node = found.getIn(path, true) as Node | undefined
  if (next === undefined) return node === undefined ? text : removeAt(text, path)
  if (node === undefined) return insertAt(text, path, next, order)
  const now: unknown = node.toJS(found)
  if (same(now, next)) return text
  if (isRecord(now) && isRecord(next) && Object.keys(next).length > 0) {
    return rewriteKeys(text, path, { now, next, order })
  }
  if (isSeq(node) && !node.flow && Array.isArray(now) && Array.isArray(next) && next.length > 0) {
    return rewriteItems(text, path, { now, next, order })
  }
  return replaceAt(text, path, next)
}

/** Moves an entry of a mapping or a list to another place; the spaces between entries stay. */
export function moveEntry(text: string, path: Path, from: number, to: number): string {
  const { spans } = entriesAt(text, path)
  if (from === to || !spans[from] || !spans[to]) return text
  const bodies = spans.map((span) => text.slice(span.from, span.to))
  const [moved = ''] = bodies.splice(from, 1)
  bodies.splice(to, 0, moved)
  return fillSpans(text, spans, bodies)
}

/** Gives an entry of a mapping another name. */
export function renameKey(text: string, path: Path, name: string): string {
  const pair = pairAt(text, path)
  const key = pair?.key as Node | undefined
  if (!key?.range) return text
  const [from, to] = key.range
  return text.slice(0, from) + renderFlow(name) + text.slice(to)
}

/** Puts new bodies into the places of the old ones. */
function fillSpans(text: string, spans: readonly Span[], bodies: readonly string[]): string {
  let filled = ''
  let at = 0
  for (const [index, span] of spans.entries()) {
    filled += text.slice(at, span.from) + (bodies[index] ?? '')
    at = span.to
  }
  return filled + text.slice(at)
}

type Change<T> = { readonly now: T; readonly next: T; readonly order: Order }

function rewriteKeys(
  text: string,
  path: Path,
  { now, next, order }: Change<Readonly<Record<string, unknown>>>,
): string {
  const added = Object.entries(next).filter(([, value]) => value !== undefined)
  const gone = Object.keys(now).filter((key) => next[key] === undefined)
  // First what is new: a mapping that is empty for a moment would be taken away.
  const grown = added.reduce(
    (so, [key, value]) =>
      rewrite(so, [...path, key], value, order.length > 0 ? order : Object.keys(next)),
    text,
  )
  return gone.reduce((so, key) => rewrite(so, [...path, key], undefined), grown)
}

function rewriteItems(
  text: string,
  path: Path,
  { now, next, order }: Change<readonly unknown[]>,
): string {
  const shared = Math.min(now.length, next.length)
  const changed = next
    .slice(0, shared)
    .reduce<string>((so, value, at) => rewrite(so, [...path, at], value, order), text)
  const grown = next
    .slice(shared)
    .reduce<string>((so, value, at) => insertItem(so, path, shared + at, value), changed)
  return now.slice(shared).reduce<string>((so) => removeAt(so, [...path, shared]), grown)
}

function replaceAt(text: string, path: Path, value: unknown): string {
  const last = path.at(-1)
  const parent = parentAt(text, path)
  if (isMap(parent) && !parent.flow) {
    const pair = pairAt(text, path)
    return pair ? replaceInBlock(text, pair, String(last), value) : text
  }
  const node = parseDocument(text).getIn(path, true) as Node
  const from = node.range?.[0] ?? 0
  const to = endOf(text, node)
  const isBlock = isSeq(parent) && !parent.flow
  const written = isBlock
    ? renderItem(value, columnOf(text, from) - 2)
        .trimStart()
        .slice(2)
    : renderFlow(value)
  return text.slice(0, from) + written + text.slice(to)
}

/** A comment behind the value stays behind its first line. */
function replaceInBlock(text: string, pair: Pair, key: string, value: unknown): string {
  const colon = text.indexOf(':', (pair.key as Node).range?.[1] ?? 0)
  const end = endOf(text, pair)
  const header = noteIn(text.slice(colon + 1, end))
  const tail = header === undefined ? text.slice(end, lineEnd(text, end)) : ''
  const written = renderAfterColon(key, value, columnOf(text, startOf(pair)))
  const [first = '', ...rest] = written.split('\n')
  const lines = [first + (header ?? tail), ...rest].join('\n')
  return text.slice(0, colon + 1) + lines + text.slice(end + tail.length)
}

/** The comment of `say: |- # like this`. */
const noteIn = (old: string): string | undefined => /^ *[|>][-+]?\d?( +#[^\n]*)\n/.exec(old)?.[1]

function insertAt(text: string, path: Path, value: unknown, order: Order): string {
  const parentPath = path.slice(0, -1)
  const key = path.at(-1)
  const found = parseDocument(text)
  const parent = (parentPath.length === 0 ? found.contents : found.getIn(parentPath, true)) as
    | Node
    | null
    | undefined
  if (isSeq(parent)) return insertItem(text, parentPath, Number(key), value)
  if (!isMap(parent) || parent.items.length === 0) {
    const whole = { [String(key)]: value }
    return parentPath.length === 0
      ? `${text}${renderPair(String(key), value, 0)}\n`
      : rewriteWhole(text, parentPath, whole, order)
  }
  return parent.flow
    ? insertInFlow(text, parent, String(key), value, order)
    : insertInBlock(text, parent, String(key), value, order)
}

function rewriteWhole(text: string, path: Path, value: unknown, order: Order): string {
  const there = parseDocument(text).hasIn(path)
  return there ? replaceAt(text, path, value) : insertAt(text, path, value, order)
}

function insertInBlock(
  text: string,
  map: YAMLMap,
  key: string,
  value: unknown,
  order: Order,
): string {
  const first = map.items[0] as Pair
  const indent = columnOf(text, startOf(first))
  const written = renderPair(key, value, indent)
  const before = placeOf(map, key, order)
  if (before < 0) {
    const at = startOf(first)
    return `${text.slice(0, at)}${written}\n${' '.repeat(indent)}${text.slice(at)}`
  }
  const at = lineEnd(text, endOf(text, map.items[before] as Pair))
  return `${text.slice(0, at)}\n${' '.repeat(indent)}${written}${text.slice(at)}`
}

function insertInFlow(
  text: string,
  map: YAMLMap,
  key: string,
  value: unknown,
  order: Order,
): string {
  const written = `${renderFlow(key)}: ${renderFlow(value)}`
  const before = placeOf(map, key, order)
  if (before < 0) {
    const at = startOf(map.items[0] as Pair)
    return `${text.slice(0, at)}${written}, ${text.slice(at)}`
  }
  const at = endOf(text, map.items[before] as Pair)
  return `${text.slice(0, at)}, ${written}${text.slice(at)}`
}

/** The entry after which a new key stands: the last one that comes before it. */
function placeOf(map: YAMLMap, key: string, order: Order): number {
  const rank = order.indexOf(key)
  if (rank < 0) return map.items.length - 1
  return map.items.reduce((last, pair, at) => {
    const other = order.indexOf(keyOf(pair) ?? '')
    return other >= 0 && other < rank ? at : last
  }, -1)
}

/** Puts an entry into a list; it stands as far from its neighbours as they do from each other. */
function insertItem(text: string, path: Path, at: number, value: unknown): string {
  const list = parseDocument(text).getIn(path, true) as YAMLSeq | undefined
  if (!isSeq(list) || list.flow || list.items.length === 0) {
    const now = (list?.toJSON() ?? []) as readonly unknown[]
    return rewriteWhole(text, path, [...now.slice(0, at), value, ...now.slice(at)], [])
  }
  const spans = entrySpans(text, list)
  const last = spans.at(-1)
  const place = spans[at]?.from ?? (last?.to ?? text.length) + 1
  const [one] = list.items as Node[]
  const indent = columnOf(text, text.lastIndexOf('-', startOf(one as Node)))
  const body = `${renderItem(value, indent)}\n`
  const head = text.slice(0, place)
  return `${head}${head === '' || head.endsWith('\n') ? '' : '\n'}${body}${text.slice(place)}`
}

function removeAt(text: string, path: Path): string {
  const parentPath = path.slice(0, -1)
  const { collection, spans } = entriesAt(text, parentPath)
  if (!collection) return text
  const at = collection.items.findIndex((entry, index) =>
    isMap(collection)
      ? keyOf(entry as Pair) === String(path.at(-1))
      : index === Number(path.at(-1)),
  )
  const span = spans[at]
  if (!span) return text
  if (collection.items.length === 1) {
    return parentPath.length === 0 || typeof parentPath.at(-1) === 'number'
      ? text
      : removeAt(text, parentPath)
  }
  if (collection.flow) return removeFromFlow(text, spans, at)
  const begins = startOf(collection.items[at] as Pair)
  const next = collection.items[at + 1] as Pair | undefined
  // Behind the dash of a list: the next key takes its place.
  if (
    isMap(collection) &&
    at === 0 &&
    next &&
    text.slice(lineStart(text, begins), begins).trim() !== ''
  ) {
    return text.slice(0, begins) + text.slice(startOf(next))
  }
  if (span.to >= text.length) return text.slice(0, Math.max(0, span.from - 1))
  return text.slice(0, span.from) + text.slice(span.to + 1)
}

function removeFromFlow(text: string, spans: readonly Span[], at: number): string {
  const next = spans[at + 1]
  const before = spans[at - 1]
  const span = spans[at]
  if (!span) return text
  if (next) return text.slice(0, span.from) + text.slice(next.from)
  return text.slice(0, before?.to ?? span.from) + text.slice(span.to)
}

/** The entries of a collection and where they are written. */
function entriesAt(text: string, path: Path) {
  const found = parseDocument(text)
  const collection = (path.length === 0 ? found.contents : found.getIn(path, true)) as
    | YAMLMap
    | YAMLSeq
    | undefined
  if (!isMap(collection) && !isSeq(collection)) return { collection: undefined, spans: [] }
  const flowSpans = () =>
    (collection.items as (Node | Pair)[]).map((entry) => ({
      from: startOf(entry),
      to: endOf(text, entry),
    }))
  return { collection, spans: collection.flow ? flowSpans() : entrySpans(text, collection) }
}

function parentAt(text: string, path: Path): unknown {
  const found = parseDocument(text)
  return path.length === 1 ? found.contents : found.getIn(path.slice(0, -1), true)
}

function pairAt(text: string, path: Path): Pair | undefined {
  const parent = parentAt(text, path)
  return isMap(parent)
    ? (parent.items.find((pair) => keyOf(pair) === String(path.at(-1))) as Pair)
    : undefined
}

/** Equal values, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((each, at) => same(each, b[at]))
    )
  }
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], b[key]))
}
