import type { SyntaxNode } from '@lezer/common'

/** One term of an and/or row; with `among` it is the test `<value> in <among>`. */
export type Term = {
  readonly join?: 'and' | 'or'
  readonly node: SyntaxNode
  readonly among?: readonly SyntaxNode[]
}

/** The parts of a node that carry meaning: brackets, keywords and comments are left out. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (/^[A-Z]/.test(child.name) && !child.name.endsWith('Comment')) children.push(child)
    else if (child.name === 'null') children.push(child)
  }
  return children
}

/** The keyword or bracket of that name right below a node. */
function hasToken(node: SyntaxNode, token: string): boolean {
  return node.getChild(token) !== null
}

/**
 * The terms of and/or in the order of the text. lezer-feel reads `a in (1) and b` as
 * `a in ((1) and b)`; here the test ends where people mean it to end, before the `and`.
 */
export function rowOf(node: SyntaxNode): readonly Term[] {
  const parts = childrenOf(node)
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last) return [{ node }]
  if (isJoin(node)) {
    const join = node.name === 'Conjunction' ? 'and' : 'or'
    const [head, ...rest] = rowOf(last)
    return [...rowOf(first), ...(head ? [{ ...head, join } as const] : []), ...rest]
  }
  if (node.name !== 'Comparison' || !hasToken(node, 'in')) return [{ node }]
  const inner = childrenOf(last)[0]
  if (last.name !== 'PositiveUnaryTest' || !inner || !isJoin(inner)) {
    return [{ node, among: testsOf(last) }]
  }
  const [head, ...rest] = rowOf(inner)
  return head ? [{ node, among: [head.node] }, ...rest] : [{ node }]
}

/** The single tests of `in (…)`, `in […]` or `in x`, brackets taken off. */
function testsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const parts = childrenOf(node)
  switch (node.name) {
    case 'PositiveUnaryTests':
    case 'List':
      return parts.flatMap(testsOf)
    case 'PositiveUnaryTest':
    case 'ParenthesizedExpression':
      return parts.length === 1 && parts[0] ? testsOf(parts[0]) : [node]
    default:
      return [node]
  }
}

function isJoin(node: SyntaxNode): boolean {
  return node.name === 'Conjunction' || node.name === 'Disjunction'
}
