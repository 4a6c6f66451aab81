/**
 * One language for conditions: FEEL texts are parsed once into this tree. It is plain JSON, so it
 * can be stored, hashed, evaluated three-valued, translated to SQL and read out in plain Chinese.
 */
export type Expression =
  | { readonly op: 'literal'; readonly value: string | number | boolean | null }
  /** A fact by its dotted name, or a name bound by some/every. */
  | { readonly op: 'fact'; readonly name: string }
  | { readonly op: 'list'; readonly items: readonly Expression[] }
  | { readonly op: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly op: 'not'; readonly of: Expression }
  | { readonly op: Comparison; readonly left: Expression; readonly right: Expression }
  /** Both ends belong to it. */
  | {
      readonly op: 'between'
      readonly value: Expression
      readonly low: Expression
      readonly high: Expression
    }
  | { readonly op: 'in'; readonly value: Expression; readonly among: readonly Expression[] }
  | { readonly op: 'contains'; readonly list: Expression; readonly item: Expression }
  /** True when the fact has been told, also when it was told that there is nothing. */
  | { readonly op: 'known'; readonly name: string }
  | { readonly op: Arithmetic; readonly left: Expression; readonly right: Expression }
  | {
      readonly op: 'if'
      readonly when: Expression
      readonly yes: Expression
      readonly no: Expression
    }
  | {
      readonly op: 'some' | 'every'
      readonly name: string
      readonly list: Expression
      readonly holds: Expression
    }
  | { readonly op: Aggregate; readonly of: Expression }

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='
export type Arithmetic = '+' | '-' | '*' | '/'
export type Aggregate = 'count' | 'sum' | 'min' | 'max'

export const ARITHMETIC: readonly string[] = ['+', '-', '*', '/']
export const AGGREGATES: readonly string[] = ['count', 'sum', 'min', 'max']

/** Bounds that make every judgement end soon. The longest rule of our own data has 40 nodes. */
export const LIMITS = {
  /** Characters of a text: a screen full; longer rules belong into several. */
  length: 2_000,
  /** Nodes of a tree: five times the longest rule of our own data. */
  nodes: 200,
  /** Nesting: far above what a person can read, far below any stack. */
  depth: 32,
  /** some/every inside some/every: with `items` this bounds the steps of a judgement. */
  quantifiers: 2,
  /** Entries of a list; a longer one is unknown. A household has at most 15 people. */
  items: 50,
  /** Entries of a list that an explanation names. */
  explained: 10,
} as const

/** The direct parts of a node, left to right. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.op) {
    case 'literal':
    case 'fact':
    case 'known':
      return []
    case 'list':
      return node.items
    case 'and':
    case 'or':
      return node.of
    case 'not':
    case 'count':
    case 'sum':
    case 'min':
    case 'max':
      return [node.of]
    case 'between':
      return [node.value, node.low, node.high]
    case 'in':
      return [node.value, ...node.among]
    case 'contains':
      return [node.list, node.item]
    case 'if':
      return [node.when, node.yes, node.no]
    case 'some':
    case 'every':
      return [node.list, node.holds]
    default:
      return [node.left, node.right]
  }
}
