import { all, among, any, compare, not } from './compare.ts'
import { type Expression, LIMITS } from './expression.ts'
import { calculate, largest, smallest, total } from './ranges.ts'
import { type Facts, fieldOf, isVague, lookUp, type Truth, type Value } from './value.ts'

/** A verdict with everything a person needs to check it. Plain data, same for the same input. */
export type Judgement = {
  readonly value: Truth
  readonly because: Because
  /** Facts nobody has told yet that could still decide it, in the order they are met. */
  readonly needs: readonly string[]
  /** Facts told only roughly (「两三千」), where the exact amount would decide it. */
  readonly vague: readonly string[]
  /** When false: the smallest parts that made it false. */
  readonly failing?: readonly Because[]
}

/**
 * One node of the explanation: its verdict and the facts it looked at. Rows of and/or/if have their
 * telling parts in `of`; every other node carries the part of the condition itself.
 */
export type Because = {
  readonly op: Expression['op']
  readonly value: Truth
  readonly expression?: Expression
  readonly facts?: Readonly<Record<string, Value>>
  readonly of?: readonly Because[]
}

/** The value of an expression, undefined when it is not known yet. */
export type Computed = {
  readonly value: Value | undefined
  readonly needs: readonly string[]
  readonly vague: readonly string[]
}

/**
 * Judges a condition three-valued (Kleene). Total: every expression and every facts give a verdict.
 * Unknown never becomes a yes; more knowledge never turns a decided verdict, except through
 * `known(x)`, which asks about the knowledge itself.
 */
export function judge(condition: Expression, facts: Facts): Judgement {
  const { value, because, needs, vague } = judgeIn(condition, { facts, bound: new Map() })
  const verdict = { value, because, needs: distinct(needs), vague: distinct(vague) }
  return value === false ? { ...verdict, failing: failingOf(because) } : verdict
}

/** Computes the value of any expression; conditions give true, false or undefined. */
export function compute(expression: Expression, facts: Facts): Computed {
  const { value, needs, vague } = computeIn(expression, { facts, bound: new Map() })
  return { value, needs: distinct(needs), vague: distinct(vague) }
}

/** Names bound by some/every: the entry, and the fact the list came from, for `needs`. */
type Scope = {
  readonly facts: Facts
  readonly bound: ReadonlyMap<string, { readonly value: Value | undefined; readonly of: string }>
}

type Verdict = Pick<Judgement, 'value' | 'because' | 'needs' | 'vague'>

/** The facts that were looked at, as pairs: most parts look at none or one. */
type Seen = readonly (readonly [name: string, value: Value])[]

type Found = Computed & { readonly seen: Seen }

const NONE: readonly never[] = []

function judgeIn(node: Expression, scope: Scope): Verdict {
  switch (node.op) {
    case 'and':
      return combine(node, node.of, all, scope)
    case 'or':
      return combine(node, node.of, any, scope)
    case 'not': {
      const of = judgeIn(node.of, scope)
      return verdict(node, not(of.value), [of])
    }
    case 'if':
      return judgeIf(node, scope)
    case 'some':
    case 'every':
      return judgeEach(node, scope)
    default:
      return judgeLeaf(node, scope)
  }
}

function combine(
  node: Expression,
  of: readonly Expression[],
  join: (truths: readonly Truth[]) => Truth,
  scope: Scope,
): Verdict {
  const parts = of.map((part) => judgeIn(part, scope))
  const value = join(parts.map((part) => part.value))
  return verdict(node, value, parts)
}

function judgeIf(node: Expression & { op: 'if' }, scope: Scope): Verdict {
  const when = judgeIn(node.when, scope)
  if (when.value !== null) {
    const branch = judgeIn(when.value ? node.yes : node.no, scope)
    return verdict(node, branch.value, [when, branch])
  }
  const yes = judgeIn(node.yes, scope)
  const no = judgeIn(node.no, scope)
  return verdict(node, yes.value === no.value ? yes.value : null, [when, yes, no])
}

function judgeEach(node: Expression & { op: 'some' | 'every' }, scope: Scope): Verdict {
  const list = computeIn(node.list, scope)
  const entries = entriesOf(list.value)
  if (entries === undefined) return leaf(node, null, [list])
  const of = node.list.op === 'fact' ? sourceOf(node.list.name, scope) : node.name
  const parts = entries.map((value) =>
    judgeIn(node.holds, {
      facts: scope.facts,
      bound: new Map(scope.bound).set(node.name, { value, of }),
    }),
  )
  const truths = parts.map((part) => part.value)
  const value = node.op === 'some' ? any(truths) : all(truths)
  const { because, ...rest } = verdict(node, value, parts)
  return { ...rest, because: { ...because, facts: Object.fromEntries(list.seen) } }
}

function judgeLeaf(node: Expression, scope: Scope): Verdict {
  const found = computeIn(node, scope)
  return leaf(node, typeof found.value === 'boolean' ? found.value : null, [found])
}

/** The verdict of a node with judged parts: the explanation keeps the parts that made it so. */
function verdict(node: Expression, value: Truth, parts: readonly Verdict[]): Verdict {
  const open = value === null ? parts.filter((part) => part.value === null) : []
  return {
    value,
    because: {
      op: node.op,
      value,
      ...(!isRow(node) && { expression: node }),
      of: telling(node, value, parts)
        .slice(0, isRow(node) ? undefined : LIMITS.explained)
        .map((part) => part.because),
    },
    needs: open.flatMap((part) => part.needs),
    vague: open.flatMap((part) => part.vague),
  }
}

function isRow({ op }: Expression): boolean {
  return op === 'and' || op === 'or' || op === 'if'
}

/** Of an `or` that holds, what holds; of an `and` that fails, what fails; else all parts. */
function telling(node: Expression, value: Truth, parts: readonly Verdict[]): readonly Verdict[] {
  if (node.op === 'not' || node.op === 'if') return parts
  const same = parts.filter((part) => part.value === value)
  return same.length > 0 ? same : parts
}

function leaf(node: Expression, value: Truth, from: readonly Found[]): Verdict {
  const { needs, vague, seen } = gather(from)
  return {
    value,
    because: { op: node.op, value, expression: node, facts: Object.fromEntries(seen) },
    needs: value === null ? needs : [],
    vague: value === null ? vague : [],
  }
}

function computeIn(node: Expression, scope: Scope): Found {
  switch (node.op) {
    case 'literal':
      return { value: node.value, needs: NONE, vague: NONE, seen: NONE }
    case 'fact':
      return readFact(node.name, scope)
    case 'known':
      return { ...readFact(node.name, scope), value: isKnown(node.name, scope), needs: [] }
    case 'list': {
      const items = node.items.map((item) => computeIn(item, scope))
      const known = items.every((item) => item.value !== undefined)
      return found(known ? items.map((item) => item.value as Value) : undefined, items)
    }
    case '+':
    case '-':
    case '*':
    case '/': {
      const left = computeIn(node.left, scope)
      const right = computeIn(node.right, scope)
      return found(calculate(node.op, left.value, right.value), [left, right])
    }
    case 'count':
    case 'sum':
    case 'min':
    case 'max':
      return aggregate(node, scope)
    case 'if':
      return computeIf(node, scope)
    case 'between':
    case 'in':
    case 'contains':
      return test(node, scope)
    case 'and':
    case 'or':
    case 'not':
    case 'some':
    case 'every': {
      const { value, needs, vague } = judgeIn(node, scope)
      return { value: value ?? undefined, needs, vague, seen: NONE }
    }
    default: {
      const left = computeIn(node.left, scope)
      const right = computeIn(node.right, scope)
      return found(compare(node.op, left.value, right.value) ?? undefined, [left, right])
    }
  }
}

function test(node: Expression & { op: 'between' | 'in' | 'contains' }, scope: Scope): Found {
  if (node.op === 'between') {
    const [value, low, high] = [node.value, node.low, node.high].map((e) => computeIn(e, scope))
    const truth = all([
      compare('<=', low?.value, value?.value),
      compare('<=', value?.value, high?.value),
    ])
    return found(
      truth ?? undefined,
      [value, low, high].flatMap((part) => part ?? []),
    )
  }
  if (node.op === 'in') {
    const value = computeIn(node.value, scope)
    const others = node.among.map((other) => computeIn(other, scope))
    const flat = others.flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
    return found(among(value.value, flat) ?? undefined, [value, ...others])
  }
  const list = computeIn(node.list, scope)
  const item = computeIn(node.item, scope)
  const entries = entriesOf(list.value)
  const truth = entries === undefined ? null : among(item.value, entries)
  return found(truth ?? undefined, [list, item])
}

function computeIf(node: Expression & { op: 'if' }, scope: Scope): Found {
  const when = judgeIn(node.when, scope)
  const asked = { value: undefined, needs: when.needs, vague: when.vague, seen: NONE }
  if (when.value !== null) {
    const branch = computeIn(when.value ? node.yes : node.no, scope)
    return found(branch.value, [asked, branch])
  }
  const yes = computeIn(node.yes, scope)
  const no = computeIn(node.no, scope)
  const same = compare('=', yes.value, no.value) === true
  return found(same ? yes.value : undefined, [asked, yes, no])
}

function aggregate(
  node: Expression & { op: 'count' | 'sum' | 'min' | 'max' },
  scope: Scope,
): Found {
  const list = computeIn(node.of, scope)
  const entries = entriesOf(list.value)
  if (entries === undefined) return found(undefined, [list])
  const value = { count: entries.length, sum: total, min: smallest, max: largest }[node.op]
  return found(typeof value === 'function' ? value(entries) : value, [list])
}

/** A list as it is; one value as a list of itself; nothing as the empty list. */
function entriesOf(value: Value | undefined): readonly Value[] | undefined {
  if (value === undefined) return undefined
  if (value === null) return []
  if (!Array.isArray(value)) return [value]
  return value.length <= LIMITS.items ? value : undefined
}

function readFact(name: string, scope: Scope): Found {
  const value = factIn(name, scope)
  const from = sourceOf(name, scope)
  if (value === undefined) return { value, needs: [from], vague: [], seen: NONE }
  return { value, needs: [], vague: isVague(value) ? [from] : [], seen: [[name, value]] }
}

function isKnown(name: string, scope: Scope): boolean {
  return factIn(name, scope) !== undefined
}

function factIn(name: string, scope: Scope): Value | undefined {
  const [head, path] = split(name)
  const bound = scope.bound.get(head)
  if (!bound) return lookUp(name, scope.facts)
  return path === '' ? bound.value : fieldOf(bound.value, path)
}

/** The name of the fact behind a name: for an entry of a list, the list's own name. */
function sourceOf(name: string, scope: Scope): string {
  const [head, path] = split(name)
  const bound = scope.bound.get(head)
  if (!bound) return name
  return path === '' ? bound.of : `${bound.of}.${path}`
}

function split(name: string): readonly [head: string, path: string] {
  const dot = name.indexOf('.')
  return dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)]
}

function found(value: Value | undefined, from: readonly Found[]): Found {
  const { needs, vague, seen } = gather(from)
  if (value === undefined) return { value, needs, vague, seen }
  return { value, needs: [], vague: isVague(value) ? vague : [], seen }
}

function gather(from: readonly Found[]): Omit<Found, 'value'> {
  return {
    needs: joined(from.map((part) => part.needs)),
    vague: joined(from.map((part) => part.vague)),
    seen: joined(from.map((part) => part.seen)),
  }
}

/** Lists one after the other; mostly all but one are empty, and that one is used as it is. */
function joined<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const filled = lists.filter((list) => list.length > 0)
  return filled.length > 1 ? (filled.flat(1) as T[]) : (filled[0] ?? NONE)
}

/** Follows a false verdict down to the smallest parts that made it false. */
function failingOf(because: Because): readonly Because[] {
  const { op, of } = because
  if (!of || of.length === 0 || op === 'not') return [because]
  const parts = op === 'if' ? of.slice(1) : of
  return parts.filter((part) => part.value === false).flatMap(failingOf)
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}
