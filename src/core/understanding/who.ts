import type { Who } from '../people/kin.ts'
import { type Compiled, candidates } from './compile.ts'

/** A word that names a person, in the place where it stands. */
export type Mention = {
  readonly start: number
  readonly end: number
  readonly who: Who
  readonly word: string
}

/** The text whose persons were looked for last: one message asks for them several times. */
const latest = new WeakMap<
  Compiled,
  { readonly text: string; readonly found: readonly Mention[] }
>()

/** All persons that a text names, in order; of overlapping words the longest counts. */
export function mentionsOf(text: string, compiled: Compiled): readonly Mention[] {
  const before = latest.get(compiled)
  if (before?.text === text) return before.found
  const found = lookFor(text, compiled)
  latest.set(compiled, { text, found })
  return found
}

function lookFor(text: string, compiled: Compiled): readonly Mention[] {
  const found: Mention[] = []
  for (const kin of candidates(compiled.kin, compiled.sieves.kin, text)) {
    for (const match of text.matchAll(kin.at)) {
      const end = match.index + match[0].length
      found.push({ start: match.index, end, who: kin.who, word: match[0] })
    }
  }
  const longestFirst = found.sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
  )
  const kept: Mention[] = []
  for (const one of longestFirst) {
    if (!kept.some((k) => one.start < k.end && k.start < one.end)) kept.push(one)
  }
  return withoutReflexives(
    kept.sort((a, b) => a.start - b.start),
    text,
  )
}

/** 「我爸自己洗不了澡」: 自己 is the person named before it in the clause. */
function withoutReflexives(mentions: readonly Mention[], text: string): readonly Mention[] {
  return mentions.filter((mention, i) => {
    const before = mentions[i - 1]
    if (mention.word !== '自己' || before === undefined) return true
    return /[\s,。.!?;、]/u.test(text.slice(before.end, mention.start))
  })
}

/** Whom a stretch is about: the nearest person to its left, else the first one inside it. */
export function mentionAt(
  mentions: readonly Mention[],
  start: number,
  end: number,
): Mention | undefined {
  return mentions.findLast((m) => m.start <= start) ?? mentions.find((m) => m.start < end)
}

/** Whether the writer speaks for somebody outside the home (代他人求助). */
export function speaksForOther(mentions: readonly Mention[]): boolean {
  const first = mentions.find((m) => m.who !== 'self')
  return first?.who === 'other'
}
