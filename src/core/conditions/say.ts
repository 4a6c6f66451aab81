import type { Expression } from './expression.ts'

/** What facts and their values are called on a screen: `{facts: {work: '工作'}, values: …}`. */
export type Labels = {
  readonly facts: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export const PHRASE_KEYS = [
  'and',
  'or',
  'not',
  'brackets',
  'equal',
  'not_equal',
  'is_nothing',
  'is_something',
  'less',
  'at_most',
  'more',
  'at_least',
  'between',
  'one_of',
  'contains',
  'known',
  'if',
  'some',
  'every',
  'entry',
  'plus',
  'minus',
  'times',
  'divided',
  'count',
  'sum',
  'min',
  'max',
  'comma',
  'nothing',
  'yes',
  'no',
  'holds',
] as const

/** How each form reads, with {a} {b} {c} for its parts; a file of locales/ holds them. */
export type Phrases = Readonly<Record<(typeof PHRASE_KEYS)[number], string>>

/** Reads a condition out in plain words, for people who check it (中文读法). */
export function sayCondition(condition: Expression, labels: Labels, phrases: Phrases): string {
  return say(condition, { labels, phrases })
}

type Voice = { readonly labels: Labels; readonly phrases: Phrases }

function say(node: Expression, voice: Voice, about?: string): string {
  const { phrases } = voice
  switch (node.op) {
    case 'literal':
      return sayLiteral(node.value, voice, about)
    case 'fact':
      return nameOf(node.name, voice)
    case 'known':
      return fill(phrases.known, nameOf(node.name, voice))
    case 'list':
      return node.items.map((item) => say(item, voice, about)).join(phrases.comma)
    case 'and':
    case 'or':
      return node.of.map((part) => inside(part, voice)).join(phrases[node.op])
    case 'not':
      return fill(phrases.not, inside(node.of, voice))
    case 'between': {
      const of = factOf(node.value)
      const [low, high] = [say(node.low, voice, of), say(node.high, voice, of)]
      return fill(phrases.between, say(node.value, voice), low, high)
    }
    case 'in': {
      const among = node.among.map((other) => say(other, voice, factOf(node.value)))
      return fill(phrases.one_of, say(node.value, voice), among.join(phrases.comma))
    }
    case 'contains':
      return fill(phrases.contains, say(node.list, voice), say(node.item, voice, factOf(node.list)))
    case 'if': {
      const parts = [node.when, node.yes, node.no].map((part) => inside(part, voice))
      return fill(phrases.if, ...parts)
    }
    case 'some':
    case 'every': {
      const holds = inside(node.holds, withEntry(node.name, factOf(node.list), voice))
      return fill(phrases[node.op], say(node.list, voice), holds)
    }
    case 'count':
    case 'sum':
    case 'min':
    case 'max':
      return fill(phrases[node.op], say(node.of, voice))
    default:
      return sayPair(node, voice)
  }
}

type Pair = Extract<Expression, { readonly left: Expression }>

const PAIRS = {
  '=': 'equal',
  '!=': 'not_equal',
  '<': 'less',
  '<=': 'at_most',
  '>': 'more',
  '>=': 'at_least',
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '/': 'divided',
} as const satisfies Record<Pair['op'], keyof Phrases>

function sayPair(node: Pair, voice: Voice): string {
  const { left, right } = node
  const nothing = right.op === 'literal' && right.value === null
  if (nothing && node.op === '=') return fill(voice.phrases.is_nothing, say(left, voice))
  if (nothing && node.op === '!=') return fill(voice.phrases.is_something, say(left, voice))
  const [a, b] = [operand(left, voice, factOf(right)), operand(right, voice, factOf(left))]
  return fill(voice.phrases[PAIRS[node.op]], a, b)
}

/** A sum inside a product needs brackets; a comparison's sides do not. */
function operand(node: Expression, voice: Voice, about?: string): string {
  const text = say(node, voice, about)
  return node.op === '+' || node.op === '-' ? fill(voice.phrases.brackets, text) : text
}

/** A part of a larger condition: rows of and/or get brackets, a bare fact is said to hold. */
function inside(node: Expression, voice: Voice): string {
  const text = say(node, voice)
  if (node.op === 'fact') return fill(voice.phrases.holds, text)
  return node.op === 'and' || node.op === 'or' ? fill(voice.phrases.brackets, text) : text
}

function withEntry(name: string, list: string | undefined, voice: Voice): Voice {
  const { facts, values = {} } = voice.labels
  const entry = list === undefined ? {} : (values[list] ?? {})
  return {
    phrases: voice.phrases,
    labels: {
      facts: { ...facts, [name]: voice.phrases.entry },
      values: { ...values, [name]: entry },
    },
  }
}

function sayLiteral(
  value: string | number | boolean | null,
  { labels, phrases }: Voice,
  about?: string,
): string {
  if (value === null) return phrases.nothing
  if (typeof value === 'boolean') return value ? phrases.yes : phrases.no
  const names = about === undefined ? undefined : labels.values?.[about]
  return names?.[String(value)] ?? String(value)
}

function nameOf(name: string, { labels }: Voice): string {
  return Object.hasOwn(labels.facts, name) ? (labels.facts[name] ?? name) : name
}

function factOf(node: Expression): string | undefined {
  return node.op === 'fact' ? node.name : undefined
}

function fill(template: string, ...parts: readonly string[]): string {
  return template.replace(/\{([abc])\}/g, (_, key: string) => parts['abc'.indexOf(key)] ?? '')
}
