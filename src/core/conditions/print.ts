import type { Expression } from './expression.ts'
import { writeNumber, writeText } from './literals.ts'

/** Writes an expression as FEEL; reading it again gives the same tree. */
export function printExpression(node: Expression): string {
  switch (node.op) {
    case 'literal':
      return printLiteral(node.value)
    case 'fact':
      return node.name
    case 'known':
      return `known(${node.name})`
    case 'list':
      return `[${node.items.map(printExpression).join(', ')}]`
    case 'and':
    case 'or':
      return node.of.map(operand).join(` ${node.op} `)
    case 'not':
    case 'count':
    case 'sum':
    case 'min':
    case 'max':
      return `${node.op}(${printExpression(node.of)})`
    case 'between':
      return `${operand(node.value)} between ${operand(node.low)} and ${operand(node.high)}`
    case 'in':
      return `${operand(node.value)} in [${node.among.map(printExpression).join(', ')}]`
    case 'contains':
      return `list contains(${printExpression(node.list)}, ${printExpression(node.item)})`
    case 'if':
      return `if ${operand(node.when)} then ${operand(node.yes)} else ${operand(node.no)}`
    case 'some':
    case 'every':
      return `${node.op} ${node.name} in ${operand(node.list)} satisfies ${operand(node.holds)}`
    default:
      return `${operand(node.left)} ${node.op} ${operand(node.right)}`
  }
}

const BARE: readonly string[] = [
  'literal',
  'fact',
  'known',
  'list',
  'not',
  'count',
  'sum',
  'min',
  'max',
  'contains',
]

function operand(node: Expression): string {
  const text = printExpression(node)
  return BARE.includes(node.op) ? text : `(${text})`
}

function printLiteral(value: string | number | boolean | null): string {
  if (typeof value === 'string') return writeText(value)
  return typeof value === 'number' ? writeNumber(value) : String(value)
}
