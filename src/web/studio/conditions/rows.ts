import type { Expression } from '../../../core/conditions/expression.ts'
import type { FactType, FactTypes } from '../../../core/conditions/fact-types.ts'
import { parseCondition } from '../../../core/conditions/parse.ts'
import { printExpression } from '../../../core/conditions/print.ts'

const OPS = ['=', '!=', '<', '<=', '>', '>=', 'in', 'contains', 'known', 'unknown'] as const

export type Op = (typeof OPS)[number]

/** One row of a condition: 〔谁需要帮助〕〔是其中之一〕〔亲戚, 邻居〕. */
export type ConditionRow = {
  readonly fact: string
  readonly op: Op
  readonly values: readonly (string | number | boolean)[]
}

export type ConditionRows = { readonly join: 'and' | 'or'; readonly rows: readonly ConditionRow[] }

/** A condition as rows; null when it says more than rows can. */
export function rowsOfCondition(text: string): ConditionRows | null {
  if (text.trim() === '') return { join: 'and', rows: [] }
  const parsed = parseCondition(text)
  if (!parsed.ok) return null
  const { condition } = parsed
  const join = condition.op === 'or' ? 'or' : 'and'
  const parts = condition.op === 'and' || condition.op === 'or' ? condition.of : [condition]
  const rows = parts.map(rowOf)
  return rows.every((row) => row !== null) ? { join, rows } : null
}

export function conditionOfRows({ join, rows }: ConditionRows): string {
  const parts = rows.map(expressionOf)
  const [first] = parts
  if (!first) return ''
  return printExpression(parts.length === 1 ? first : { op: join, of: parts })
}

function rowOf(node: Expression): ConditionRow | null {
  switch (node.op) {
    case 'known':
      return { fact: node.name, op: 'known', values: [] }
    case 'not':
      return node.of.op === 'known' ? { fact: node.of.name, op: 'unknown', values: [] } : null
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return pair(node.op, node.left, [node.right])
    case 'in':
      return pair('in', node.value, node.among)
    case 'contains':
      return pair('contains', node.list, [node.item])
    default:
      return null
  }
}

function pair(op: Op, left: Expression, right: readonly Expression[]): ConditionRow | null {
  const plain = right.flatMap((each) => (each.op === 'list' ? each.items : [each]))
  const values = plain.flatMap((each) =>
    each.op === 'literal' && each.value !== null ? [each.value] : [],
  )
  if (left.op !== 'fact' || values.length !== plain.length) return null
  return { fact: left.name, op, values }
}

function expressionOf({ fact: name, op, values }: ConditionRow): Expression {
  const fact: Expression = { op: 'fact', name }
  const literals = values.map((value): Expression => ({ op: 'literal', value }))
  const first = literals[0] ?? { op: 'literal', value: '' }
  switch (op) {
    case 'known':
      return { op: 'known', name }
    case 'unknown':
      return { op: 'not', of: { op: 'known', name } }
    case 'in':
      return { op: 'in', value: fact, among: literals }
    case 'contains':
      return { op: 'contains', list: fact, item: first }
    default:
      return { op, left: fact, right: first }
  }
}

/** Facts by their dotted names, with the fields of records. */
export function factsOf(types: FactTypes, prefix = ''): readonly (readonly [string, FactType])[] {
  return Object.entries(types).flatMap(([name, type]) =>
    type.type === 'record'
      ? factsOf(type.fields, `${prefix}${name}.`)
      : [[`${prefix}${name}`, type] as const],
  )
}

/** Comparisons that make sense for a type. */
export function opsOf(type: FactType | undefined): readonly Op[] {
  switch (type?.type) {
    case 'choice':
    case 'text':
      return ['=', '!=', 'in', 'known', 'unknown']
    case 'choices':
    case 'list':
      return ['contains', 'known', 'unknown']
    case 'number':
    case 'money':
      return ['=', '!=', '<', '<=', '>', '>=', 'known', 'unknown']
    default:
      return OPS
  }
}
