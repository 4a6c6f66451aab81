import type { SyntaxNode } from '@lezer/common'
import { parser } from 'lezer-feel'
import {
  AGGREGATES,
  type Aggregate,
  ARITHMETIC,
  type Arithmetic,
  type Comparison,
  type Expression,
} from './expression.ts'
import type { ConditionProblem, ConditionProblemCode } from './fact-types.ts'
import { readNumber, readText } from './literals.ts'
import { childrenOf, rowOf, type Term } from './tree.ts'

/** Where in the text each node stands. */
export type Spans = ReadonlyMap<Expression, readonly [from: number, to: number]>

export type Read = {
  readonly expression: Expression | undefined
  readonly problems: readonly ConditionProblem[]
  readonly spans: Spans
}

const FEEL = parser.configure({ top: 'Expression' })

/** Letters of any script, digits and underscores; a dot leads into a record. */
const NAME = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u

/** `date("2026-01-31")` is the day as text; other calendar functions need a clock or a zone. */
const DAY_LITERAL = /^date\s*\(\s*"(\d{4}-\d{2}-\d{2})"\s*\)$/

type Reader = {
  readonly text: string
  readonly problems: ConditionProblem[]
  readonly spans: Map<Expression, readonly [number, number]>
}

/** A part that could not be read: its problem is already noted. */
type Maybe = Expression | undefined

/** Reads a FEEL text into our own tree; parts of FEEL that we do not have are named problems. */
export function readTree(text: string): Read {
  const reader: Reader = { text, problems: [], spans: new Map() }
  const { topNode } = FEEL.parse(text)
  const error = errorIn(topNode)
  if (error) return { ...reader, expression: undefined, problems: [error] }
  const body = childrenOf(topNode)[0]
  const expression = body ? read(body, reader) : fail(topNode, 'syntax', reader)
  return { expression, problems: reader.problems, spans: reader.spans }
}

function read(node: SyntaxNode, reader: Reader): Maybe {
  const expression = readNode(node, reader)
  if (expression) reader.spans.set(expression, [node.from, node.to])
  return expression
}

function readNode(node: SyntaxNode, reader: Reader): Maybe {
  const parts = childrenOf(node)
  const text = reader.text.slice(node.from, node.to)
  switch (node.name) {
    case 'NumericLiteral':
      return { op: 'literal', value: readNumber(text) }
    case 'StringLiteral':
      return { op: 'literal', value: readText(text) }
    case 'BooleanLiteral':
      return { op: 'literal', value: text === 'true' }
    case 'null':
      return { op: 'literal', value: null }
    case 'DateTimeLiteral':
      return readDay(node, text, reader)
    case 'VariableName':
    case 'PathExpression':
      return readName(node, text, reader)
    case 'ParenthesizedExpression':
      return parts[0] && read(parts[0], reader)
    case 'List':
      return readAll(parts, reader, (items) => ({ op: 'list', items }))
    case 'Conjunction':
    case 'Disjunction':
    case 'Comparison':
      return readRow(rowOf(node), reader)
    case 'ArithmeticExpression':
      return readArithmetic(node, parts, reader)
    case 'IfExpression':
      return readAll(parts, reader, ([when, yes, no]) =>
        when && yes && no ? { op: 'if', when, yes, no } : undefined,
      )
    case 'QuantifiedExpression':
      return readQuantified(node, parts, reader)
    case 'FunctionInvocation':
      return readCall(node, parts, reader)
    default:
      return fail(node, 'not_supported', reader, node.name)
  }
}

/** Terms joined by and/or, in the order of the text: and binds before or. */
function readRow(row: readonly Term[], reader: Reader): Maybe {
  const groups: Maybe[][] = []
  for (const term of row) {
    const expression = readTerm(term, reader)
    if (term.join === 'and') groups.at(-1)?.push(expression)
    else groups.push([expression])
  }
  if (groups.flat().includes(undefined)) return undefined
  return join(
    'or',
    groups.map((terms) => join('and', terms as Expression[])),
  )
}

/** One term as it is, several as one flat node. */
function join(op: 'and' | 'or', terms: readonly Expression[]): Expression {
  const [only] = terms
  if (only && terms.length === 1) return only
  return { op, of: terms.flatMap((term) => (term.op === op ? term.of : [term])) }
}

function readTerm({ node, among }: Term, reader: Reader): Maybe {
  if (!among && node.name !== 'Comparison') return read(node, reader)
  const parts = childrenOf(node)
  const expression = among
    ? readIn(node, parts[0], among, reader)
    : readComparison(node, parts, reader)
  const to = among?.at(-1)?.to ?? node.to
  if (expression) reader.spans.set(expression, [node.from, to])
  return expression
}

function readComparison(node: SyntaxNode, parts: readonly SyntaxNode[], reader: Reader): Maybe {
  const op = parts.find((part) => part.name === 'CompareOp')
  if (!op) {
    return readAll(parts, reader, ([value, low, high]) =>
      value && low && high ? { op: 'between', value, low, high } : undefined,
    )
  }
  const sides = parts.filter((part) => part !== op)
  if (sides[0]?.name === 'Comparison') return fail(node, 'not_supported', reader, 'chain')
  return readAll(sides, reader, ([left, right]) =>
    left && right ? { op: textOf(op, reader) as Comparison, left, right } : undefined,
  )
}

/** `x in (…)`: equal to one of the values, or inside one of the ranges, or in the one list. */
function readIn(
  node: SyntaxNode,
  of: SyntaxNode | undefined,
  tests: readonly SyntaxNode[],
  reader: Reader,
): Maybe {
  const value = of && read(of, reader)
  if (!value) return undefined
  const [only] = tests
  if (tests.length === 1 && only && isName(only)) {
    return readAll(tests, reader, ([list]) => list && { op: 'contains', list, item: value })
  }
  const unclear = tests.find((test) => test.name === 'Comparison' || isJoinNode(test))
  if (unclear) return fail(node, 'unclear_in', reader)
  const plain = tests.filter((test) => test.name !== 'SimplePositiveUnaryTest')
  const borders = tests.filter((test) => test.name === 'SimplePositiveUnaryTest')
  const among = readAll(plain, reader, (values) => ({ op: 'in', value, among: values }))
  const others = borders.map((test) => readBorder(test, value, reader))
  const all = plain.length > 0 ? [among, ...others] : others
  return all.includes(undefined) ? undefined : join('or', all as Expression[])
}

/** `< 5`, `[1..3]`, `]1..3[`: a comparison without its left side. */
function readBorder(test: SyntaxNode, value: Expression, reader: Reader): Maybe {
  const parts = childrenOf(test)
  const [first, second] = parts
  if (first?.name === 'CompareOp' && second) {
    if (isJoinNode(second)) return fail(test, 'unclear_in', reader)
    const op = textOf(first, reader) as Comparison
    return readAll([second], reader, ([right]) => right && { op, left: value, right })
  }
  if (first?.name !== 'Interval') return fail(test, 'not_supported', reader, test.name)
  const text = textOf(first, reader)
  const [lower, upper] = [text.startsWith('[') ? '<=' : '<', text.endsWith(']') ? '<=' : '<']
  return readAll(childrenOf(first), reader, ([low, high]) => {
    if (!low || !high) return undefined
    if (lower === '<=' && upper === '<=') return { op: 'between', value, low, high }
    const from = { op: lower, left: low, right: value } as Expression
    return { op: 'and', of: [from, { op: upper, left: value, right: high } as Expression] }
  })
}

function readArithmetic(node: SyntaxNode, parts: readonly SyntaxNode[], reader: Reader): Maybe {
  const sign = parts.find((part) => part.name === 'ArithOp')
  const op = sign ? textOf(sign, reader) : ''
  const sides = parts.filter((part) => part !== sign)
  if (!ARITHMETIC.includes(op)) return fail(node, 'not_supported', reader, op)
  return readAll(sides, reader, ([left, right]) => {
    if (left && right) return { op: op as Arithmetic, left, right }
    return left && { op: '-', left: { op: 'literal', value: 0 }, right: left }
  })
}

/** `some x in list satisfies …`; one name at a time, others nest. */
function readQuantified(node: SyntaxNode, parts: readonly SyntaxNode[], reader: Reader): Maybe {
  const op = node.getChild('some') ? 'some' : 'every'
  const [heads, holds] = parts
  const entries = heads ? childrenOf(heads) : []
  const [name, context] = entries[0] ? childrenOf(entries[0]) : []
  const source = context && childrenOf(context)
  if (entries.length !== 1 || !name || source?.length !== 1 || !source[0] || !holds) {
    return fail(node, 'not_supported', reader, op)
  }
  const bound = textOf(name, reader)
  if (!NAME.test(bound) || bound.includes('.')) return fail(name, 'bad_name', reader, bound)
  return readAll([source[0], holds], reader, ([list, body]) =>
    list && body ? { op, name: bound, list, holds: body } : undefined,
  )
}

function readCall(node: SyntaxNode, parts: readonly SyntaxNode[], reader: Reader): Maybe {
  const [head, params] = parts
  const name = head ? textOf(head, reader).replace(/\s+/g, ' ') : ''
  if (params && params.name !== 'PositionalParameters') {
    return fail(node, 'wrong_arguments', reader, name)
  }
  return readAll(params ? childrenOf(params) : [], reader, (args) => {
    const call = buildCall(name, args)
    return typeof call === 'string' ? fail(node, call, reader, name) : call
  })
}

function buildCall(name: string, args: readonly Expression[]): Expression | ConditionProblemCode {
  const [first, second] = args
  if (AGGREGATES.includes(name) && first) {
    const of = args.length === 1 ? first : ({ op: 'list', items: args } as const)
    return { op: name as Aggregate, of }
  }
  switch (name) {
    case 'not':
      return first && args.length === 1 ? { op: 'not', of: first } : 'wrong_arguments'
    case 'known':
    case 'is known':
      return first?.op === 'fact' && args.length === 1
        ? { op: 'known', name: first.name }
        : 'wrong_arguments'
    case 'list contains':
      return first && second && args.length === 2
        ? { op: 'contains', list: first, item: second }
        : 'wrong_arguments'
    default:
      return first === undefined ? 'wrong_arguments' : 'unknown_function'
  }
}

function readDay(node: SyntaxNode, text: string, reader: Reader): Maybe {
  const day = DAY_LITERAL.exec(text)?.[1]
  return day ? { op: 'literal', value: day } : fail(node, 'not_supported', reader, node.name)
}

function readName(node: SyntaxNode, text: string, reader: Reader): Maybe {
  const name = text.replace(/\s*\.\s*/g, '.')
  return NAME.test(name) ? { op: 'fact', name } : fail(node, 'bad_name', reader, name)
}

function readAll(
  nodes: readonly SyntaxNode[],
  reader: Reader,
  build: (parts: readonly Expression[]) => Maybe,
): Maybe {
  const parts = nodes.map((node) => read(node, reader))
  return parts.includes(undefined) ? undefined : build(parts as Expression[])
}

function isName(node: SyntaxNode): boolean {
  return node.name === 'VariableName' || node.name === 'PathExpression'
}

function isJoinNode(node: SyntaxNode): boolean {
  return node.name === 'Conjunction' || node.name === 'Disjunction'
}

function textOf(node: SyntaxNode, { text }: Reader): string {
  return text.slice(node.from, node.to)
}

function fail(
  node: SyntaxNode,
  code: ConditionProblemCode,
  reader: Reader,
  name?: string,
): undefined {
  const place = { code, from: node.from, to: node.to }
  reader.problems.push(name === undefined ? place : { ...place, name })
}

function errorIn(top: SyntaxNode): ConditionProblem | undefined {
  let found: ConditionProblem | undefined
  top.cursor().iterate((node) => {
    if (node.type.isError) found ??= { code: 'syntax', from: node.from, to: node.to }
    return found === undefined
  })
  return found
}
