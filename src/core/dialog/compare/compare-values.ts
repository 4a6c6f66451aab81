import { pairItems } from './keyed-items.ts'
import { plainOf, same, shown } from './plain.ts'

/** One value that differs between two documents, by the keys that lead to it. */
export type ValueChange = {
  readonly path: readonly string[]
  /** As it was; null = there was nothing. */
  readonly from: string | null
  readonly to: string | null
  /** Places of an entry of a list that only changed its place, 1-based, in from and to. */
  readonly moved?: true
}

/**
 * What changed between two documents of any kind. Entries of a list are known by their id, key, code or name;
 * a list of plain values is compared as what came and what went.
 */
export function compareValues(
  before: unknown,
  after: unknown,
  path: readonly string[] = [],
): readonly ValueChange[] {
  if (same(before, after)) return []
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])]
    return keys.flatMap((key) => compareValues(before[key], after[key], [...path, key]))
  }
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, path)
  return [{ path, from: shown(before), to: shown(after) }]
}

function listChanges(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly string[],
): readonly ValueChange[] {
  const { added, removed, kept } = pairItems(before, after, nameOf)
  return [
    ...kept.flatMap(({ key, before: was, after: is, from, to, moved }) => [
      ...(moved ? [movedTo([...path, key], from, to)] : []),
      ...compareValues(was, is, [...path, key]),
    ]),
    ...added.map(({ key, item }) => ({ path: [...path, key], from: null, to: shown(item) })),
    ...removed.map(({ key, item }) => ({ path: [...path, key], from: shown(item), to: null })),
  ]
}

const movedTo = (path: readonly string[], from: number, to: number): ValueChange => ({
  ...{ path, from: `${from + 1}`, to: `${to + 1}`, moved: true },
})

const NAMES = ['id', 'key', 'code', 'name', 'indicator', 'rule', 'path'] as const

/** By what an entry of a list is known, else by what it is. */
function nameOf(item: unknown): string {
  const record = plainOf(item)
  const name = NAMES.map((each) => record[each]).find((each) => each !== undefined)
  return String(name ?? shown(item) ?? '')
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
