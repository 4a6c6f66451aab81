import type { Who } from '../../people/kin.ts'
import type { Compiled } from '../compile.ts'
import { mentionsOf } from '../who.ts'

/**
 * What the model sees of a normalised text: everybody of the family is one letter (`C` a child, `K`
 * any other), every number `0`, blanks, punctuation and characters
 * that no example can hold one blank, and the ends are marked, since a
 * short answer means something else than the same words inside a sentence.
 */
export function shapeOf(text: string, compiled: Compiled): string {
  const plain = maskKin(text.toLowerCase(), compiled)
    .replace(/\d+/gu, '0')
    .replace(/[^一-鿿a-zCK0]+/g, ' ')
    .trim()
  return `^${plain}$`
}

/** Whose mother it is matters to the case; whether it is danger does not depend on it. */
function maskKin(text: string, compiled: Compiled): string {
  let masked = ''
  let at = 0
  for (const { start, end, who } of mentionsOf(text, compiled)) {
    const letter = letterOf(who)
    if (letter === undefined) continue
    masked += text.slice(at, start) + letter
    at = end
  }
  return masked + text.slice(at)
}

const YOUNG: ReadonlySet<Who> = new Set(['child', 'grandchild', 'sibling'])
const NO_KIN: ReadonlySet<Who> = new Set(['self', 'household', 'other'])

function letterOf(who: Who): string | undefined {
  if (NO_KIN.has(who)) return undefined
  return YOUNG.has(who) ? 'C' : 'K'
}
