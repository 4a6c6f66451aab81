/** Sets of characters; a match holds at least one of each. Rarest first. */
export type Needed = readonly ReadonlySet<string>[]

/** Conditions kept for each branch; more save no time. */
export const CONDITIONS = 3
/** A wider class or range says nothing useful. */
const WIDEST = 64
/** Characters of nearly every message: poor keys. */
const COMMON = new Set('我不了的一是有没人在到他她你就都好要家们这个上下来去得说还吃被把给')

/**
 * What each branch of a pattern needs at least, or undefined for a pattern that is not understood.
 * Sound, not complete: a text that lacks what is needed has no match.
 */
export function charactersNeeded(source: string): readonly Needed[] | undefined {
  const reader = { source: Array.from(source), at: 0 }
  const branches = alternatives(reader)
  return reader.at < reader.source.length ? undefined : branches
}

type Reader = { readonly source: readonly string[]; at: number }

function alternatives(reader: Reader): readonly Needed[] {
  const branches = [sequence(reader)]
  while (reader.source[reader.at] === '|') {
    reader.at++
    branches.push(sequence(reader))
  }
  return branches
}

function sequence(reader: Reader): Needed {
  const needed: ReadonlySet<string>[] = []
  for (;;) {
    const next = reader.source[reader.at]
    if (next === undefined || next === '|' || next === ')') break
    const atom = readAtom(reader)
    if (!isOptional(reader)) needed.push(...atom)
  }
  return needed.sort((a, b) => cost(a) - cost(b)).slice(0, CONDITIONS)
}

function readAtom(reader: Reader): Needed {
  const character = reader.source[reader.at++]
  switch (character) {
    case '(':
      return group(reader)
    case '[':
      return characterClass(reader)
    case '\\':
      return escaped(reader)
    case '.':
    case '^':
    case '$':
    case undefined:
      return []
    default:
      return [new Set([character])]
  }
}

/** What stands ahead or behind is no part of the match; of branches, one of each. */
function group(reader: Reader): Needed {
  const head = /^\?(?:<?[=!]|:|<\w{1,20}>)/u.exec(
    reader.source.slice(reader.at, reader.at + 24).join(''),
  )
  reader.at += head?.[0].length ?? 0
  const branches = alternatives(reader)
  reader.at++
  if (/[=!]/u.test(head?.[0] ?? '')) return []
  if (branches.length === 1) return branches[0] ?? []
  if (branches.some((b) => b.length === 0)) return []
  return [new Set(branches.flatMap((b) => [...(b[0] ?? [])]))]
}

function characterClass(reader: Reader): Needed {
  const from = reader.at
  while (reader.at < reader.source.length && reader.source[reader.at] !== ']') {
    reader.at += reader.source[reader.at] === '\\' ? 2 : 1
  }
  const inside = reader.source.slice(from, reader.at++)
  if (inside[0] === '^' || inside.includes('\\')) return []
  const found = new Set<string>()
  for (let i = 0; i < inside.length; i++) {
    const [one, dash, last] = inside.slice(i, i + 3)
    const [low, high] = [one?.codePointAt(0) ?? 0, last?.codePointAt(0) ?? 0]
    if (dash !== '-' || last === undefined) {
      found.add(one ?? '')
      continue
    }
    if (high - low > WIDEST) return []
    for (let code = low; code <= high; code++) found.add(String.fromCodePoint(code))
    i += 2
  }
  return [found]
}

function escaped(reader: Reader): Needed {
  const character = reader.source[reader.at++] ?? ''
  if (character === 'd') return [new Set('0123456789')]
  if (character === 'p' || character === 'P') {
    while (reader.source[reader.at++] !== '}') if (reader.at > reader.source.length) break
    return []
  }
  return /\w/u.test(character) ? [] : [new Set([character])]
}

/** Reads the quantifier behind an atom; true when the atom may be absent. */
function isOptional(reader: Reader): boolean {
  const quantifier = /^(?:[?*+]|\{(\d{1,3})(?:,\d{0,3})?\})\??/u.exec(
    reader.source.slice(reader.at, reader.at + 10).join(''),
  )
  if (quantifier === null) return false
  reader.at += quantifier[0].length
  return /^[?*]/u.test(quantifier[0]) || quantifier[1] === '0'
}

function cost(needed: ReadonlySet<string>): number {
  let sum = 0
  for (const character of needed) sum += COMMON.has(character) ? 12 : 1
  return sum
}
