import { Converter } from 'opencc-js/t2cn'
import { type Compiled, candidates } from './compile.ts'
import { glossed } from './english.ts'
import { type Mapped, replaceIn, sliceMapped } from './mapped.ts'
import { withoutSlips } from './slips.ts'
import { spokenOut } from './spelled.ts'

/** Of longer texts both ends are heard: nobody types more into a chat, and time is bounded. */
const HEAD = 3_000
const TAIL = 1_000

const toSimplified = Converter({ from: 't', to: 'cn' })
/** Characters that folding leaves as they are: unified ideographs, digits, small letters. */
const PLAIN = /[一-鿿0-9a-z]/
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Cs}\p{Mn}]/u

/** Full-width to half-width, traditional (繁体) to simplified; dialect and slips stay. */
export function plain(raw: string, characters: Readonly<Record<string, string>>): Mapped {
  const starts: number[] = []
  const ends: number[] = []
  const folds = foldsOf(characters)
  let text = ''
  let at = 0
  for (const character of raw) {
    const start = at
    at += character.length
    if (start >= HEAD && raw.length - start > TAIL) continue
    const folded = folds.get(character) ?? foldAnew(character, characters, folds)
    text += folded
    for (let i = 0; i < folded.length; i++) {
      starts.push(start)
      ends.push(at)
    }
  }
  return { text: simplify(text), starts, ends }
}

/** Plain text with dialect words and typing slips (方言, 错别字) rewritten to everyday words. */
export function normalise(raw: string, compiled: Compiled): Mapped {
  return rewritten(plain(raw, compiled.characters), compiled)
}

/** The same of a text that is plain already. */
export function rewritten(plainly: Mapped, compiled: Compiled): Mapped {
  let mapped = withoutSlips(spokenOut(joinSpelled(plainly), compiled), compiled)
  for (const rewrite of rewritesFor(mapped.text, compiled)) {
    mapped = replaceIn(mapped, rewrite.from, rewrite.to)
  }
  return glossed(mapped, compiled)
}

/** One rewrite may make the word that a later one looks for. */
function rewritesFor(text: string, compiled: Compiled): Compiled['rewrites'] {
  const first = candidates(compiled.rewrites, compiled.sieves.rewrites, text)
  if (first.length === 0) return first
  const written = first.map((r) => r.to).join('')
  return candidates(compiled.rewrites, compiled.sieves.rewrites, text + written)
}

/** Without blanks, punctuation and closing particles (语气词): what short answers are matched on. */
export function bare(mapped: Mapped): Mapped {
  const squeezed = replaceIn(mapped, /[\s\p{P}\p{S}]+/gu, '')
  const end = /(?:(?<!干)[呀啊吧嘛呢哦噢额呃哈哎诶喔哇嗲呗咯喽滴噻嘞]{1,4})$/u.exec(squeezed.text)
  const start = /^(?:[哦噢额呃哎诶喔啊呀]{1,3})(?=.)/u.exec(squeezed.text)
  const from = start?.[0].length ?? 0
  const to = end === null || end.index <= from ? squeezed.text.length : end.index
  return sliceMapped(squeezed, from, to)
}

/** What each character folds to, kept for those that were met: a few thousand at most. */
const remembered = new WeakMap<object, Map<string, string>>()
const MOST_CHARACTERS = 20_000

function foldsOf(characters: Readonly<Record<string, string>>): Map<string, string> {
  const before = remembered.get(characters)
  if (before !== undefined) return before
  const made = new Map<string, string>()
  remembered.set(characters, made)
  return made
}

function foldAnew(
  character: string,
  characters: Readonly<Record<string, string>>,
  folds: Map<string, string>,
): string {
  const folded = fold(character, characters)
  if (folds.size < MOST_CHARACTERS) folds.set(character, folded)
  return folded
}

function fold(character: string, characters: Readonly<Record<string, string>>): string {
  const own = Object.hasOwn(characters, character) ? characters[character] : undefined
  if (own !== undefined) return own
  if (PLAIN.test(character)) return character
  if (character === '\n' || character === '\t' || character === '\r') return ' '
  if (INVISIBLE.test(character)) return ''
  return character.normalize('NFKC').toLowerCase()
}

/** Characters that simplification changes, and those that it leaves, as they were met. */
const traditional = new Map<string, boolean>()

function isTraditional(character: string): boolean {
  const before = traditional.get(character)
  if (before !== undefined) return before
  const is = toSimplified(character) !== character
  if (traditional.size < MOST_CHARACTERS) traditional.set(character, is)
  return is
}

/** Phrase by phrase where lengths allow it, else character by character, so that spans hold. */
function simplify(text: string): string {
  if (!Array.from(text).some(isTraditional)) return text
  const whole = toSimplified(text)
  if (whole.length === text.length) return whole
  return Array.from(text, (c) => {
    const one = toSimplified(c)
    return one.length === c.length ? one : c
  }).join('')
}

/** 「不 想 活 了」: three or more single characters apart are one word spelled out. */
function joinSpelled(mapped: Mapped): Mapped {
  const spelled = /(?<![^\s])(?:\p{Script=Han}[\s.·*_-]{1,2}){2,40}\p{Script=Han}(?![^\s])/gu
  let joined = mapped
  for (const match of [...mapped.text.matchAll(spelled)].reverse()) {
    const end = match.index + match[0].length
    const middle = replaceIn(sliceMapped(joined, match.index, end), /[\s.·*_-]+/gu, '')
    joined = concat([
      sliceMapped(joined, 0, match.index),
      middle,
      sliceMapped(joined, end, joined.text.length),
    ])
  }
  return joined
}

function concat(parts: readonly Mapped[]): Mapped {
  return {
    text: parts.map((p) => p.text).join(''),
    starts: parts.flatMap((p) => p.starts),
    ends: parts.flatMap((p) => p.ends),
  }
}
