/** The type of one fact, so that a condition can be checked before anyone relies on it. */
export type FactType =
  | { readonly type: 'boolean' | 'number' | 'money' | 'text' | 'day' }
  /** One of the values. */
  | { readonly type: 'choice'; readonly of: readonly string[] }
  /** A list of some of the values. */
  | { readonly type: 'choices'; readonly of: readonly string[] }
  | { readonly type: 'list'; readonly of: FactType }
  | { readonly type: 'record'; readonly fields: FactTypes }
  /** Not checked: stories, photos and the like. */
  | { readonly type: 'any' }

/** Facts by name. A dotted name may stand as a whole or as fields of a record. */
export type FactTypes = { readonly [name: string]: FactType }

/** What is wrong with a condition, and where in its text. */
export type ConditionProblem = {
  readonly code: ConditionProblemCode
  readonly from: number
  readonly to: number
  /** The fact, function or value it is about. */
  readonly name?: string
  /** Names or values that would be right. */
  readonly expected?: readonly string[]
}

export type ConditionProblemCode =
  | 'syntax'
  | 'too_long'
  | 'too_deep'
  | 'too_many_parts'
  | 'too_many_quantifiers'
  | 'not_supported'
  | 'bad_name'
  | 'unknown_function'
  | 'wrong_arguments'
  | 'unclear_in'
  | 'unknown_fact'
  | 'unknown_value'
  | 'wrong_type'
