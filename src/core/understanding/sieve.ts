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
  /** By character: the branches whose first condition it meets. */
  readonly filed: readonly Uint32Array[]
  /**
   * The other conditions of all branches in one row, since a letter looks at some ten thousand: of each condition
   * how many characters it has, then the characters, of which one must be there.
   */
  readonly others: Uint16Array
  /** Where the conditions of a branch begin in that row; they end where the next branch's begin. */
  readonly from: Uint32Array
  /** The rule of each branch. */
  readonly rules: Uint32Array
  /** Rules with a branch that needs nothing. */
  readonly always: Uint32Array
  /** What the latest look met, so that a look at a clause costs its characters and no clearing of tables. */
  readonly met: { look: number; readonly characters: Uint32Array; readonly rules: Uint32Array }
}

/** A condition that more characters meet than this is nearly always met: not worth a look. */
const WIDEST = 24

type Branch = { readonly rule: number; readonly needed: readonly ReadonlySet<string>[] }

/** Sources in the order of the rules; a source that cannot be read is always tried. */
export function sieveOf(sources: readonly string[]): Sieve {
  const branches = rarestFirst(
    sources.flatMap((source, rule) =>
      (charactersNeeded(source) ?? [[]]).map((needed) => ({
        rule,
        needed: needed.slice(0, CONDITIONS),
      })),
    ),
  )
  const characters = numbered(branches)
  const filed: number[][] = Array.from({ length: characters.size + 1 }, () => [])
  const always = new Set<number>()
  branches.forEach(({ rule, needed: [first] }, branch) => {
    if (first === undefined) always.add(rule)
    for (const character of first ?? [])
      filed[characters.get(firstUnit(character)) ?? 0]?.push(branch)
  })
  const rows = branches.map(({ needed }) =>
    needed
      .slice(1)
      .filter((set) => set.size <= WIDEST)
      .flatMap((set) => [set.size, ...[...set].map((c) => characters.get(firstUnit(c)) ?? 0)]),
  )
  return {
    numbers: tableOf(characters),
    filed: filed.map((list) => Uint32Array.from(list)),
    ...inOneRow(rows),
    rules: Uint32Array.from(branches, (b) => b.rule),
    always: Uint32Array.from(always),
    met: {
      look: 0,
      characters: new Uint32Array(characters.size + 1),
      rules: new Uint32Array(sources.length),
    },
  }
}

function inOneRow(rows: readonly (readonly number[])[]): Pick<Sieve, 'others' | 'from'> {
  const from = new Uint32Array(rows.length + 1)
  rows.forEach((row, i) => {
    from[i + 1] = (from[i] ?? 0) + row.length
  })
  return { others: Uint16Array.from(rows.flat()), from }
}

/** A character that many branches ask for is a common one: the condition whose characters fewest ask for is first. */
function rarestFirst(branches: readonly Branch[]): readonly Branch[] {
  const asked = new Map<string, number>()
  for (const { needed } of branches) {
    for (const set of needed) for (const c of set) asked.set(c, (asked.get(c) ?? 0) + 1)
  }
  const cost = (set: ReadonlySet<string>) =>
    [...set].reduce((sum, c) => sum + (asked.get(c) ?? 0), 0)
  return branches.map(({ rule, needed }) => ({
    rule,
    needed: [...needed].sort((a, b) => cost(a) - cost(b)),
  }))
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

/** The numbers of the rules to try on a text, in their order. Counted loops: a letter asks some hundred times. */
export function sift(sieve: Sieve, text: string): readonly number[] {
  const { numbers, filed, rules, always, met } = sieve
  const look = nextLook(met)
  const there: number[] = []
  for (let at = 0; at < text.length; at++) {
    const number = numbers[text.charCodeAt(at)] ?? 0
    if (number === 0 || met.characters[number] === look) continue
    met.characters[number] = look
    there.push(number)
  }
  const found: number[] = []
  for (let i = 0; i < always.length; i++) {
    const rule = always[i] ?? 0
    met.rules[rule] = look
    found.push(rule)
  }
  for (let i = 0; i < there.length; i++) {
    const branches = filed[there[i] ?? 0] ?? NONE
    for (let j = 0; j < branches.length; j++) {
      const branch = branches[j] ?? 0
      const rule = rules[branch] ?? 0
      if (met.rules[rule] === look || !areMet(sieve, branch, look)) continue
      met.rules[rule] = look
      found.push(rule)
    }
  }
  return found.length > 1 ? found.sort((one, other) => one - other) : found
}

const MOST_LOOKS = 0xffff_ffff

/** A house that runs for a day looks more often than 32 bits can count. */
function nextLook(met: Sieve['met']): number {
  if (met.look === MOST_LOOKS) {
    met.look = 0
    met.characters.fill(0)
    met.rules.fill(0)
  }
  met.look++
  return met.look
}

const NONE = new Uint32Array(0)

function areMet({ others, from, met }: Sieve, branch: number, look: number): boolean {
  const end = from[branch + 1] ?? 0
  let at = from[branch] ?? 0
  while (at < end) {
    const next = at + 1 + (others[at] ?? 0)
    let isMet = false
    for (let i = at + 1; i < next && !isMet; i++) {
      isMet = met.characters[others[i] ?? 0] === look
    }
    if (!isMet) return false
    at = next
  }
  return true
}
