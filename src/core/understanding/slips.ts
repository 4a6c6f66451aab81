import type { Compiled } from './compile.ts'
import { type Mapped, replaceIn } from './mapped.ts'
import { soundOf, soundsOf } from './syllable.ts'

/** Longer texts are letters: typed with care, and each look costs. */
const CHAT = 200

/**
 * A word of the list `sounded` with characters of the same sound in it (叫不星 → 叫不醒), as small phones and
 * voice input leave them. One character at least is right, and what stands in `sounded_not` means itself.
 */
export function withoutSlips(mapped: Mapped, compiled: Compiled): Mapped {
  const { text } = mapped
  if (text.length > CHAT) return mapped
  const { words, not, lengths } = knownOf(compiled)
  const sounds = Array.from({ length: text.length }, (_, at) => soundOf(text.charAt(at)))
  const slips = new Map<string, string>()
  for (let at = 0; at < text.length; at++) {
    for (const length of lengths) {
      const word = words.get(sounds.slice(at, at + length).join(' '))
      const said = text.slice(at, at + length)
      if (word === undefined || said === word || !isNear(said, word)) continue
      if (!not.some((other) => text.startsWith(other, at))) slips.set(said, word)
    }
  }
  return [...slips].reduce(
    (now, [said, word]) => replaceIn(now, new RegExp(said, 'gu'), word),
    mapped,
  )
}

function isNear(said: string, word: string): boolean {
  return Array.from(said).some((character, i) => character === word.charAt(i))
}

type Known = {
  readonly words: ReadonlyMap<string, string>
  readonly not: readonly string[]
  readonly lengths: readonly number[]
}

const known = new WeakMap<Compiled, Known>()

function knownOf(compiled: Compiled): Known {
  const before = known.get(compiled)
  if (before !== undefined) return before
  const listed = compiled.listed('sounded')
  const made = {
    words: new Map(listed.map((word) => [soundsOf(word), word])),
    not: compiled.listed('sounded_not'),
    lengths: [...new Set(listed.map((word) => word.length))].sort((a, b) => b - a),
  }
  known.set(compiled, made)
  return made
}
