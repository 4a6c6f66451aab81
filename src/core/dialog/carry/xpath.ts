import type { Expression } from '../../conditions/expression.ts'
import { writeNumber, writeText } from '../../conditions/literals.ts'
import type { SlotDef } from '../flow/schema.ts'

/** A condition as an XLSForm has it (`relevant`); null where XPath has no word for it there. */
export function toXpath(node: Expression, slots: Readonly<Record<string, SlotDef>>): string | null {
  switch (node.op) {
    case 'literal':
      return typeof node.value === 'string'
        ? `'${node.value}'`
        : typeof node.value === 'number'
          ? writeNumber(node.value)
          : null
    case 'fact':
      return slots[node.name] ? `\${${node.name}}` : null
    case 'known':
      return slots[node.name] ? `\${${node.name}} != ''` : null
    case 'and':
    case 'or':
      return joined(
        node.of.map((part) => toXpath(part, slots)),
        ` ${node.op} `,
      )
    case 'not':
      return wrapped('not', [toXpath(node.of, slots)])
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const [left, right] = [toXpath(node.left, slots), toXpath(node.right, slots)]
      return left === null || right === null ? null : `${left} ${node.op} ${right}`
    }
    case 'contains':
      return wrapped('selected', [toXpath(node.list, slots), toXpath(node.item, slots)])
    case 'in': {
      const value = toXpath(node.value, slots)
      const each = node.among.map((item) => toXpath(item, slots))
      return value === null
        ? null
        : joined(
            each.map((item) => item && `${value} = ${item}`),
            ' or ',
          )
    }
    case 'some': {
      const { holds } = node
      const list = toXpath(node.list, slots)
      const isOne = holds.op === 'in' && holds.value.op === 'fact' && holds.value.name === node.name
      if (!isOne || list === null) return null
      const each = holds.among.map((item) => wrapped('selected', [list, toXpath(item, slots)]))
      return joined(each, ' or ')
    }
    default:
      return null
  }
}

function joined(parts: readonly (string | null)[], by: string): string | null {
  if (parts.length === 0 || parts.includes(null)) return null
  return parts.length === 1 ? (parts[0] ?? null) : `(${parts.join(by)})`
}

function wrapped(name: string, parts: readonly (string | null)[]): string | null {
  return parts.includes(null) ? null : `${name}(${parts.join(', ')})`
}

/** An XLSForm condition as ours; null where it holds something that conditions here do not have. */
export function fromXpath(
  text: string,
  slots: Readonly<Record<string, SlotDef>>,
  /** Slots by the names that they have there; without it they are called alike. */
  names?: ReadonlyMap<string, string>,
): string | null {
  const tokens = text.match(TOKEN)
  if (!tokens || tokens.join('') !== text.replace(/\s+(?=(?:[^']*'[^']*')*[^']*$)/g, ''))
    return null
  const slotOf = (name: string) => {
    const into = names ? names.get(name) : name
    return into !== undefined && slots[into] ? into : null
  }
  const reader = { tokens, at: 0, slots, slotOf }
  const read = readOr(reader)
  return read !== null && reader.at === tokens.length ? read : null
}

const TOKEN =
  /\$\{\s*[\w.-]+\s*\}|'[^']*'|"[^"]*"|\d+(?:\.\d+)?|!=|<=|>=|[=<>(),]|\b(?:and|or|not|selected|true|false)\b/g

type Reader = {
  readonly tokens: readonly string[]
  at: number
  readonly slots: Readonly<Record<string, SlotDef>>
  readonly slotOf: (name: string) => string | null
}

const readOr = (reader: Reader) => readJoined(reader, 'or', readAnd)
const readAnd = (reader: Reader) => readJoined(reader, 'and', readOne)

function readJoined(
  reader: Reader,
  by: string,
  part: (reader: Reader) => string | null,
): string | null {
  const parts = [part(reader)]
  while (took(reader, by)) parts.push(part(reader))
  if (parts.includes(null)) return null
  return parts.length === 1 ? (parts[0] ?? null) : parts.map((each) => `(${each})`).join(` ${by} `)
}

function readOne(reader: Reader): string | null {
  if (took(reader, 'not')) {
    const of = took(reader, '(') ? readOr(reader) : null
    return took(reader, ')') && of !== null ? `not(${of})` : null
  }
  if (took(reader, '(')) {
    const of = readOr(reader)
    return took(reader, ')') ? of : null
  }
  return took(reader, 'selected') ? readSelected(reader) : readCompared(reader)
}

function readSelected(reader: Reader): string | null {
  if (!took(reader, '(')) return null
  const slot = nameIn(reader, next(reader))
  const comma = took(reader, ',')
  const value = textIn(next(reader))
  if (!took(reader, ')') || !comma || slot === null || value === null) return null
  return reader.slots[slot]?.type === 'choices'
    ? `list contains(${slot}, ${writeText(value)})`
    : `${slot} = ${writeText(value)}`
}

const COMPARISONS = new Set(['=', '!=', '<', '<=', '>', '>='])

function readCompared(reader: Reader): string | null {
  const [left, op, right] = [next(reader), next(reader), next(reader)]
  const name = nameIn(reader, left)
  if (name === null || !COMPARISONS.has(op)) return null
  const text = textIn(right)
  if (text === '') return op === '!=' ? `known(${name})` : op === '=' ? `not(known(${name}))` : null
  if (text !== null) return `${name} ${op} ${writeText(text)}`
  const other = nameIn(reader, right) ?? (/^\d/.test(right) ? right : null)
  return other === null ? null : `${name} ${op} ${other}`
}

const next = (reader: Reader): string => {
  reader.at += 1
  return reader.tokens[reader.at - 1] ?? ''
}

function took(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.at] !== token) return false
  reader.at += 1
  return true
}

const nameIn = ({ slotOf }: Reader, token: string): string | null =>
  slotOf(/^\$\{\s*([\w.-]+)\s*\}$/.exec(token)?.[1] ?? '')

const textIn = (token: string): string | null =>
  /^(['"]).*\1$/s.test(token) ? token.slice(1, -1) : null
