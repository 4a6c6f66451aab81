import type { Gate } from '../parts.ts'
import { placeName, word } from './words.ts'

/** Why a case stands in a street: `华院居委：住在这个居委`. */
export function routeSentence(place: string | null, rule: string, gate: Gate): string {
  const why = word(gate.texts.desk, 'reason', rule)
  if (place === null) return why
  return gate.texts.desk.say('reason.at', { place: placeName(gate, place), reason: why })
}
