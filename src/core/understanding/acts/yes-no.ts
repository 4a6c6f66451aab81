import type { Ready } from '../compile.ts'
import type { AnswerRule } from '../lexicons.ts'

export type Answered = {
  readonly act: AnswerRule['act']
  readonly also?: AnswerRule['act']
  readonly rule: string
  readonly start: number
  readonly end: number
}

/** The first rule that fits a bare text; the order of the rules is their priority. */
export function answerOf(
  bareText: string,
  rules: readonly Ready<AnswerRule>[],
): Answered | undefined {
  for (const rule of rules) {
    const match = rule.at.exec(bareText)
    if (match === null || rule.not?.test(bareText) === true) continue
    const also = rule.also === undefined ? {} : { also: rule.also }
    return {
      act: rule.act,
      ...also,
      rule: rule.id,
      start: match.index,
      end: match.index + match[0].length,
    }
  }
  return undefined
}
