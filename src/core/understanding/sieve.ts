import { CONDITIONS, charactersNeeded } from './needed.ts'

/**
 * Which rules of a list can match a text at all, by the characters that each of them needs. Hundreds of
 * rules stand by, and most clauses hold the characters of few of them.
 *
 * Every branch (alternative) of a pattern is one bit. A character carries a row of bits for each of
 * the conditions that it meets; the rows of a text are joined by OR, the conditions by AND.
 */
export type Sieve = {
  /** 32-bit words of one condition. */
  readonly words: number
  /** Bits that are set from the start: conditions that a branch does not have. */
  readonly free: Uint32Array
  /** Of each row only the words that are not zero: place, bits, place, bits … */
  readonly byCharacter: ReadonlyMap<string, Uint32Array>
  /** The rule of each branch. */
  readonly rules: readonly number[]
}

/** Sources in the order of the rules; a source that cannot be read is always tried. */
export function sieveOf(sources: readonly string[]): Sieve {
  const branches = sources.flatMap((source, rule) =>
    (charactersNeeded(source) ?? [[]]).map((needed) => ({ rule, needed })),
  )
  const words = Math.ceil(branches.length / 32)
  const free = new Uint32Array(words * CONDITIONS)
  const byCharacter = new Map<string, Uint32Array>()
  branches.forEach(({ needed }, branch) => {
    for (let condition = 0; condition < CONDITIONS; condition++) {
      const at = condition * words + (branch >> 5)
      const characters = needed[condition]
      if (characters === undefined) set(free, at, branch)
      for (const character of characters ?? []) {
        const row = byCharacter.get(character) ?? new Uint32Array(words * CONDITIONS)
        byCharacter.set(character, row)
        set(row, at, branch)
      }
    }
  })
  const sparse = new Map([...byCharacter].map(([c, row]) => [c, withoutZeros(row)]))
  return { words, free, byCharacter: sparse, rules: branches.map((b) => b.rule) }
}

function withoutZeros(row: Uint32Array): Uint32Array {
  return Uint32Array.from([...row].flatMap((bits, at) => (bits === 0 ? [] : [at, bits])))
}

/** The numbers of the rules to try on a text, in their order. */
export function sift({ words, free, byCharacter, rules }: Sieve, text: string): readonly number[] {
  const met = free.slice()
  for (const character of new Set(text)) {
    const row = byCharacter.get(character)
    if (row === undefined) continue
    for (let i = 0; i < row.length; i += 2) {
      const at = row[i] ?? 0
      met[at] = (met[at] ?? 0) | (row[i + 1] ?? 0)
    }
  }
  const found: number[] = []
  for (let word = 0; word < words; word++) {
    let bits = met[word] ?? 0
    for (let c = 1; c < CONDITIONS; c++) bits &= met[c * words + word] ?? 0
    for (; bits !== 0; bits &= bits - 1) {
      const rule = rules[word * 32 + 31 - Math.clz32(bits & -bits)]
      if (rule !== undefined && found.at(-1) !== rule) found.push(rule)
    }
  }
  return found
}

function set(row: Uint32Array, at: number, branch: number): void {
  row[at] = (row[at] ?? 0) | (1 << (branch & 31))
}
