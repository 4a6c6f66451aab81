import { checkTypes, type Wanted } from './check-types.ts'
import { type Expression, LIMITS, partsOf } from './expression.ts'
import type { ConditionProblem, FactTypes } from './fact-types.ts'
import { readTree, type Spans } from './read-tree.ts'

/** A parsed condition: an expression that is true, false or unknown. */
export type Condition = Expression

export type Parsed =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly problems: readonly ConditionProblem[] }

/**
 * Reads a FEEL condition. With `types` the names, values and types are checked too. Never throws:
 * what an admin types half-finished is an answer with places, for the editor to underline.
 */
export function parseCondition(text: string, types?: FactTypes): Parsed {
  return parseExpression(text, types, 'boolean')
}

/** Reads a FEEL expression of any wanted type, as `parseCondition` does for conditions. */
export function parseExpression(text: string, types?: FactTypes, wanted: Wanted = 'any'): Parsed {
  if (text.length > LIMITS.length) return { ok: false, problems: [whole('too_long', text)] }
  const { expression, problems, spans } = remembered(text)
  if (!expression) return { ok: false, problems }
  const wrong = [...problems, ...checkSize(expression, spans)]
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const mistyped = types ? checkTypes(expression, types, wanted, spans) : []
  return mistyped.length > 0
    ? { ok: false, problems: mistyped }
    : { ok: true, condition: expression }
}

/** Texts that were read before: while a long flow is edited, all its conditions but one are the same. */
const known = new Map<string, ReturnType<typeof readTree>>()

/** Bounds what is remembered: a flow has at most 2,000 steps. */
const MOST = 4_000

function remembered(text: string): ReturnType<typeof readTree> {
  const before = known.get(text)
  if (before) return before
  if (known.size >= MOST) known.clear()
  const read = readTree(text)
  known.set(text, read)
  return read
}

function checkSize(root: Expression, spans: Spans): readonly ConditionProblem[] {
  const size = measure(root, 1, 0)
  const [from, to] = spans.get(root) ?? [0, 0]
  return [
    ...(size.nodes > LIMITS.nodes ? [{ code: 'too_many_parts', from, to } as const] : []),
    ...(size.depth > LIMITS.depth ? [{ code: 'too_deep', from, to } as const] : []),
    ...(size.quantifiers > LIMITS.quantifiers
      ? [{ code: 'too_many_quantifiers', from, to } as const]
      : []),
  ]
}

type Size = { readonly nodes: number; readonly depth: number; readonly quantifiers: number }

/** Number of nodes, nesting, and nesting of some/every. */
function measure(node: Expression, depth: number, quantifiers: number): Size {
  const inside = quantifiers + (node.op === 'some' || node.op === 'every' ? 1 : 0)
  const parts = partsOf(node).map((part) => measure(part, depth + 1, inside))
  return {
    nodes: parts.reduce((sum, part) => sum + part.nodes, 1),
    depth: Math.max(depth, ...parts.map((part) => part.depth)),
    quantifiers: Math.max(inside, ...parts.map((part) => part.quantifiers)),
  }
}

function whole(code: ConditionProblem['code'], text: string): ConditionProblem {
  return { code, from: 0, to: text.length }
}
