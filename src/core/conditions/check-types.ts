import { type Expression, partsOf } from './expression.ts'
import type { ConditionProblem, ConditionProblemCode, FactType, FactTypes } from './fact-types.ts'
import type { Spans } from './read-tree.ts'

export type Wanted = 'boolean' | 'number' | 'any'

/** What a part turns out to be; nothing is the type of null, any is not checked. */
type Kind = FactType | { readonly type: 'nothing' }

type Check = {
  readonly types: FactTypes
  readonly spans: Spans
  readonly problems: ConditionProblem[]
}

/** Finds names that do not exist, values a choice does not have, and parts of the wrong type. */
export function checkTypes(
  expression: Expression,
  types: FactTypes,
  wanted: Wanted,
  spans: Spans,
): readonly ConditionProblem[] {
  const check: Check = { types, spans, problems: [] }
  const kind = kindOf(expression, check)
  if (wanted !== 'any') want(wanted, expression, kind, check)
  return check.problems
}

function kindOf(node: Expression, check: Check): Kind {
  switch (node.op) {
    case 'literal':
      return kindOfLiteral(node.value)
    case 'fact':
      return kindOfName(node, node.name, check)
    case 'known':
      kindOfName(node, node.name, check)
      return { type: 'boolean' }
    case 'list': {
      const kinds = node.items.map((item) => kindOf(item, check))
      return { type: 'list', of: factType(kinds[0]) }
    }
    case 'and':
    case 'or':
    case 'not':
      for (const part of partsOf(node)) want('boolean', part, kindOf(part, check), check)
      return { type: 'boolean' }
    case 'between':
      ordered(node.value, node.low, check)
      ordered(node.value, node.high, check, true)
      return { type: 'boolean' }
    case 'in':
      return checkIn(node, check)
    case 'contains':
      comparable(entryOf(kindOf(node.list, check)), node.item, kindOf(node.item, check), check)
      return { type: 'boolean' }
    case '+':
    case '-':
    case '*':
    case '/':
      for (const part of partsOf(node)) want('number', part, kindOf(part, check), check)
      return { type: 'number' }
    case 'if':
      return checkIf(node, check)
    case 'some':
    case 'every':
      return checkEach(node, check)
    case 'count':
      kindOf(node.of, check)
      return { type: 'number' }
    case 'sum':
    case 'min':
    case 'max':
      want('number', node.of, entryOf(kindOf(node.of, check)), check)
      return { type: 'number' }
    case '=':
    case '!=': {
      const [left, right] = [kindOf(node.left, check), kindOf(node.right, check)]
      if (!comparable(left, node.right, right, check)) return { type: 'boolean' }
      comparable(right, node.left, left, check)
      return { type: 'boolean' }
    }
    default:
      ordered(node.left, node.right, check)
      return { type: 'boolean' }
  }
}

function checkIn(node: Expression & { op: 'in' }, check: Check): Kind {
  const value = kindOf(node.value, check)
  for (const other of node.among) comparable(value, other, entryOf(kindOf(other, check)), check)
  return { type: 'boolean' }
}

function checkIf(node: Expression & { op: 'if' }, check: Check): Kind {
  want('boolean', node.when, kindOf(node.when, check), check)
  const [yes, no] = [kindOf(node.yes, check), kindOf(node.no, check)]
  comparable(yes, node.no, no, check)
  return yes.type === 'nothing' ? no : yes
}

function checkEach(node: Expression & { op: 'some' | 'every' }, check: Check): Kind {
  const entry = factType(entryOf(kindOf(node.list, check)))
  const inside = { ...check, types: { ...check.types, [node.name]: entry } }
  want('boolean', node.holds, kindOf(node.holds, inside), check)
  return { type: 'boolean' }
}

/** Two parts that are put in order: both numbers, or both texts (days). */
function ordered(left: Expression, right: Expression, check: Check, seen = false): void {
  const [a, b] = [seen ? quietly(left, check) : kindOf(left, check), kindOf(right, check)]
  const wrong = [a, b].find(
    (kind) => !['number', 'money', 'text', 'day', 'any'].includes(kind.type),
  )
  if (wrong) note('wrong_type', wrong === a ? left : right, check, {})
  else comparable(a, right, b, check)
}

function quietly(node: Expression, check: Check): Kind {
  return kindOf(node, { ...check, problems: [] })
}

/** Whether `other` can be compared with `kind`; a choice only with values that it has. */
function comparable(kind: Kind, other: Expression, otherKind: Kind, check: Check): boolean {
  if (kind.type === 'choice' && other.op === 'literal' && typeof other.value === 'string') {
    if (kind.of.includes(other.value)) return true
    note('unknown_value', other, check, { name: other.value, expected: kind.of })
    return false
  }
  const [a, b] = [family(kind), family(otherKind)]
  if (a === b || [a, b].some((type) => type === 'any' || type === 'nothing')) return true
  note('wrong_type', other, check, { expected: [kind.type] })
  return false
}

function want(type: 'boolean' | 'number', node: Expression, kind: Kind, check: Check): void {
  const is = family(kind)
  if (is === type || is === 'any' || is === 'nothing') return
  note('wrong_type', node, check, { expected: [type] })
}

/** Types that may be compared with one another. */
function family(kind: Kind): string {
  switch (kind.type) {
    case 'money':
      return 'number'
    case 'choice':
    case 'day':
      return 'text'
    case 'choices':
      return 'list'
    default:
      return kind.type
  }
}

function entryOf(kind: Kind): Kind {
  if (kind.type === 'choices') return { type: 'choice', of: kind.of }
  return kind.type === 'list' ? kind.of : kind
}

function factType(kind: Kind | undefined): FactType {
  return kind === undefined || kind.type === 'nothing' ? { type: 'any' } : kind
}

function kindOfLiteral(value: string | number | boolean | null): Kind {
  if (value === null) return { type: 'nothing' }
  if (typeof value === 'string') return { type: 'text' }
  return { type: typeof value === 'number' ? 'number' : 'boolean' }
}

function kindOfName(node: Expression, name: string, check: Check): Kind {
  const type = typeOf(name, check.types)
  if (type) return type
  note('unknown_fact', node, check, { name, expected: Object.keys(check.types) })
  return { type: 'any' }
}

function typeOf(name: string, types: FactTypes): FactType | undefined {
  if (Object.hasOwn(types, name)) return types[name]
  const dot = name.indexOf('.')
  if (dot < 0 || !Object.hasOwn(types, name.slice(0, dot))) return undefined
  const head = types[name.slice(0, dot)]
  if (head?.type === 'any') return head
  return head?.type === 'record' ? typeOf(name.slice(dot + 1), head.fields) : undefined
}

function note(
  code: ConditionProblemCode,
  node: Expression,
  check: Check,
  more: Pick<ConditionProblem, 'name' | 'expected'>,
): void {
  const [from, to] = check.spans.get(node) ?? [0, 0]
  check.problems.push({ code, from, to, ...more })
}
