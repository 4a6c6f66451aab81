import { fnv } from './ngrams.ts'

/** Lists that templates take words from. */
export type WordLists = Readonly<Record<string, readonly string[]>>

/**
 * Sentences of a template: `[a|b|]` is one of several, `{list}` a word of a list, `x?` may be left out.
 * At most `most` different ones, always the same for the same template.
 */
export function sentencesOf(template: string, lists: WordLists, most: number): readonly string[] {
  const made = new Set<string>()
  const turn = dice(template)
  for (let tries = 0; tries < most * 4 && made.size < most; tries++) {
    made.add(manner(filled(template, lists, turn), turn))
  }
  return [...made]
}

type Dice = (sides: number) => number

/** A linear congruential generator (Numerical Recipes' constants) that the template itself starts. */
function dice(template: string): Dice {
  let state = fnv(template)
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 0x1_0000_0000) * sides)
  }
}

/** Innermost choices first, so that choices may hold choices and lists. */
function filled(template: string, lists: WordLists, turn: Dice): string {
  let text = template.replaceAll(/(\{[a-z]+\}|\[[^[\]]*\]|.)\?/gu, '[$1|]')
  for (let depth = 0; depth < 5; depth++) {
    const next = text
      .replaceAll(/\[([^[\]]*)\]/gu, (_, choice: string) => one(choice.split('|'), turn))
      .replaceAll(/\{([a-z]+)\}/gu, (_, name: string) => one(lists[name] ?? [], turn))
    if (next === text) break
    text = next
  }
  return text.trim()
}

function one(of: readonly string[], turn: Dice): string {
  return of[turn(of.length)] ?? ''
}

/** As people type on a small phone: mostly blanks or nothing where a comma would be. */
function manner(text: string, turn: Dice): string {
  const how = turn(4)
  if (how === 0) return text
  const between = how === 1 ? '' : ' '
  return text.replaceAll(/[，。]/gu, between).trim()
}
