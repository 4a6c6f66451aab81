import type { Question, WORDING_KEYS } from './schema.ts'

/** `a` is the question's own `ask`. */
export type WordingKey = 'a' | (typeof WORDING_KEYS)[number]

/** The text of a wording; one that is not there any more is the question's own. */
export function askIn(question: Question, key: WordingKey | undefined): string {
  return (key !== undefined && key !== 'a' && question.wordings?.[key]?.ask) || question.ask
}

/**
 * The wording that somebody hears. It follows from the id of the conversation and the step alone, so that it is the same
 * each time, here and on another machine, and two comparisons do not go together.
 */
export function wordingFor(question: Question, conversation: string): WordingKey {
  let place = hundredth(`${conversation} ${question.id}`)
  for (const { key, share } of wordingsOf(question)) {
    if (place < share) return key
    place -= share
  }
  return 'a'
}

/** The wordings of a question that are compared, its own first; one alone where nothing is. */
function wordingsOf({ ask, wordings = {} }: Pick<Question, 'ask' | 'wordings'>) {
  const others = Object.entries(wordings) as [WordingKey, { ask: string; share: number }][]
  const rest = others.reduce((left, [, { share }]) => left - share, 100)
  return [
    { key: 'a' as WordingKey, ask, share: rest },
    ...others.map(([key, wording]) => ({ key, ...wording })),
  ]
}

/** 0–99 of a text, evenly (FNV-1a, 32 bits, its bits mixed once more as MurmurHash3 does in the end). */
function hundredth(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % 100
}
