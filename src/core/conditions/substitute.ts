import { type Expression, partsOf } from './expression.ts'

/** Puts expressions in where their names stand, so that a rule can use terms defined elsewhere. */
export function substitute(node: Expression, terms: ReadonlyMap<string, Expression>): Expression {
  return replaceNames(node, (leaf) => (leaf.op === 'fact' && terms.get(leaf.name)) || leaf)
}

type Name = Extract<Expression, { op: 'fact' | 'known' }>

/** Another expression for each fact, and each `known` of one; what some/every binds is left alone. */
export function replaceNames(node: Expression, by: (name: Name) => Expression): Expression {
  const put = (part: Expression) => replaceNames(part, by)
  switch (node.op) {
    case 'literal':
      return node
    case 'fact':
    case 'known':
      return by(node)
    case 'list':
      return { ...node, items: node.items.map(put) }
    case 'and':
    case 'or':
      return { ...node, of: node.of.map(put) }
    case 'not':
    case 'count':
    case 'sum':
    case 'min':
    case 'max':
      return { ...node, of: put(node.of) }
    case 'between':
      return { ...node, value: put(node.value), low: put(node.low), high: put(node.high) }
    case 'in':
      return { ...node, value: put(node.value), among: node.among.map(put) }
    case 'contains':
      return { ...node, list: put(node.list), item: put(node.item) }
    case 'if':
      return { ...node, when: put(node.when), yes: put(node.yes), no: put(node.no) }
    case 'some':
    case 'every': {
      const isBound = (leaf: Name) => leaf.name.split('.')[0] === node.name
      const inside = (leaf: Name) => (isBound(leaf) ? leaf : by(leaf))
      return { ...node, list: put(node.list), holds: replaceNames(node.holds, inside) }
    }
    default:
      return { ...node, left: put(node.left), right: put(node.right) }
  }
}

/** Every fact that an expression looks at, by its whole name. */
export function factsIn(node: Expression): readonly string[] {
  const names = new Set<string>()
  collect(node, new Set(), names)
  return [...names]
}

function collect(node: Expression, bound: ReadonlySet<string>, into: Set<string>): void {
  if (node.op === 'fact' || node.op === 'known') {
    if (!bound.has(node.name.split('.')[0] ?? '')) into.add(node.name)
    return
  }
  if (node.op === 'some' || node.op === 'every') {
    collect(node.list, bound, into)
    collect(node.holds, new Set(bound).add(node.name), into)
    return
  }
  for (const part of partsOf(node)) collect(part, bound, into)
}
