/** An amount that is known only to lie between two ends, both included (「两三千」). */
export type Range = { readonly min: number; readonly max: number }

export type Value =
  | string
  | number
  | boolean
  | null
  | Range
  | readonly Value[]
  | { readonly [field: string]: Value | undefined }

/** What is known. A missing or undefined fact is unknown; null is known to be nothing. */
export type Facts = { readonly [name: string]: Value | undefined }

/** True, false, or null for unknown. */
export type Truth = boolean | null

/** A number as the range that holds just it; undefined for what is no number. */
export function asRange(value: Value | undefined): Range | undefined {
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : { min: value, max: value }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { min, max } = value as { min?: unknown; max?: unknown }
  if (typeof min !== 'number' || typeof max !== 'number') return undefined
  return min <= max ? { min, max } : undefined
}

/** A range as small as it is: one number when both ends meet, undefined when it says nothing. */
export function fromRange({ min, max }: Range): Value | undefined {
  if (Number.isNaN(min) || Number.isNaN(max)) return undefined
  if (min === Number.POSITIVE_INFINITY || max === Number.NEGATIVE_INFINITY) return undefined
  return min === max ? min : { min, max }
}

/** True for a range that is wider than one number: known, yet not exactly. */
export function isVague(value: Value | undefined): boolean {
  const range = asRange(value)
  return range !== undefined && range.min < range.max
}

/**
 * The value under a dotted name: `address.street` is looked up whole first, then field by field.
 * Only own fields count, so that no name reaches into the language's own objects.
 */
export function lookUp(name: string, facts: Facts): Value | undefined {
  if (Object.hasOwn(facts, name)) return facts[name]
  const dot = name.indexOf('.')
  if (dot < 0 || !Object.hasOwn(facts, name.slice(0, dot))) return undefined
  return fieldOf(facts[name.slice(0, dot)], name.slice(dot + 1))
}

/** A field of a record by its dotted path. A field of nothing is nothing. */
export function fieldOf(value: Value | undefined, path: string): Value | undefined {
  if (value === null) return null
  if (typeof value !== 'object' || Array.isArray(value)) return undefined
  return lookUp(path, value as Facts)
}
