import { CONDITIONS, charactersNeeded } from './needed.ts'

/**
 * Which rules of a list can match a text at all, by the characters that each of them needs. Hundreds of
 * rules stand by, and most clauses hold the characters of few of them.
 *
 * Every branch (alternative) of a pattern is filed under the characters of its first condition, which
 * is the rarest; the branches that a text's characters call up are held against their other conditions.
 */
export type Sieve = {
  /** By UTF-16 unit: the number of the character, 0 for those that no branch asks for. */
  readonly numbers: Uint16Array
  /** How many characters have a number. */
  readonly count: number
  /** By character: the branches whose first condition it meets. */
  readonly filed: readonly Uint32Array[]
  /** By branch: its other conditions, each the characters of which one must be there. */
  readonly others: readonly (readonly Uint16Array[])[]
  /** The rule of each branch. */
  readonly rules: Uint32Array
  /** Rules with a branch that needs nothing: 1 by rule. */
  readonly always: Uint8Array
}

/** A condition that more characters meet than this is nearly always met: not worth a look. */
const WIDEST = 24

type Branch = { readonly rule: number; readonly needed: readonly ReadonlySet<string>[] }

/** Sources in the order of the rules; a source that cannot be read is always tried. */
export function sieveOf(sources: readonly string[]): Sieve {
  const branches: readonly Branch[] = sources.flatMap((source, rule) =>
    (charactersNeeded(source) ?? [[]]).map((needed) => ({
      rule,
      needed: needed.slice(0, CONDITIONS),
    })),
  )
  const characters = numbered(branches)
  const filed: number[][] = Array.from({ length: characters.size + 1 }, () => [])
  const always = new Uint8Array(sources.length)
  branches.forEach(({ rule, needed: [first] }, branch) => {
    if (first === undefined) always[rule] = 1
    for (const character of first ?? [])
      filed[characters.get(firstUnit(character)) ?? 0]?.push(branch)
  })
  const numbersOf = (set: ReadonlySet<string>) =>
    Uint16Array.from(set, (character) => characters.get(firstUnit(character)) ?? 0)
  return {
    numbers: tableOf(characters),
    count: characters.size + 1,
    filed: filed.map((list) => Uint32Array.from(list)),
    others: branches.map(({ needed }) =>
      needed
        .slice(1)
        .filter((set) => set.size <= WIDEST)
        .map(numbersOf),
    ),
    rules: Uint32Array.from(branches, (b) => b.rule),
    always,
  }
}

/** Characters of two units (emoji) go by their first one: too many rules are tried, never too few. */
function numbered(branches: readonly Branch[]): ReadonlyMap<string, number> {
  const all = new Set(branches.flatMap((b) => b.needed.flatMap((set) => [...set].map(firstUnit))))
  return new Map(Array.from(all, (character, i) => [character, i + 1]))
}

function tableOf(characters: ReadonlyMap<string, number>): Uint16Array {
  const table = new Uint16Array(UNITS)
  for (const [unit, number] of characters) table[unit.charCodeAt(0)] = number
  return table
}

const UNITS = 65_536

function firstUnit(character: string): string {
  return character.charAt(0)
}

/** The numbers of the rules to try on a text, in their order. */
export function sift(sieve: Sieve, text: string): readonly number[] {
  const { numbers, filed, others, rules } = sieve
  const there = new Uint8Array(sieve.count)
  for (let at = 0; at < text.length; at++) there[numbers[text.charCodeAt(at)] ?? 0] = 1
  const kept = sieve.always.slice()
  for (let number = there.indexOf(1, 1); number > 0; number = there.indexOf(1, number + 1)) {
    const branches = filed[number] ?? NONE
    for (let i = 0; i < branches.length; i++) {
      const branch = branches[i] ?? 0
      const rule = rules[branch] ?? 0
      if (kept[rule] !== 1 && areMet(others[branch] ?? [], there)) kept[rule] = 1
    }
  }
  const found: number[] = []
  for (let rule = kept.indexOf(1); rule >= 0; rule = kept.indexOf(1, rule + 1)) found.push(rule)
  return found
}

const NONE = new Uint32Array(0)

function areMet(conditions: readonly Uint16Array[], there: Uint8Array): boolean {
  for (const condition of conditions) {
    let met = false
    for (let i = 0; i < condition.length && !met; i++) met = there[condition[i] ?? 0] === 1
    if (!met) return false
  }
  return true
}
