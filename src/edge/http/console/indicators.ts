import type { IndicatorResult } from '../../../core/assessment/assess.ts'
import type { CaseFile, FiledAnswer } from '../../../core/casework/case-file.ts'
import type { Because } from '../../../core/conditions/judge.ts'
import type { IndicatorCode } from '../../../core/indicators.ts'

/** One of the ten indicators with what it rests on. */
export type IndicatorView = {
  readonly code: IndicatorCode
  readonly name: string
  readonly weight: number
  /** Least and most: they differ while it is not known. */
  readonly points: readonly [number, number]
  /** Null = not known. */
  readonly deprived: boolean | null
  /** The resident's own words. */
  readonly quotes: readonly string[]
  readonly answers: readonly FiledAnswer[]
}

/** The assessment of a case with its evidence: none before there is one. */
export function indicatorsOf(file: CaseFile): readonly IndicatorView[] {
  return (file.assessment?.perIndicator ?? []).map((result) => {
    const { code, name, weight, points, value } = result
    const used = factsUsed(result)
    const heard = file.heard.filter((each) => each.code === code && each.confirmed !== false)
    return {
      ...{ code, name, weight, points, deprived: value },
      quotes: heard.map(({ quote }) => quote),
      answers: file.answers.filter(({ slot }) => used.has(slot)),
    }
  })
}

/** Names of the facts that the verdict looked at. */
function factsUsed({ because, evidence = {} }: IndicatorResult): ReadonlySet<string> {
  return new Set([...Object.keys(evidence), ...(because ? factsBehind(because) : [])])
}

function factsBehind({ facts = {}, of = [] }: Because): readonly string[] {
  return [...Object.keys(facts), ...of.flatMap(factsBehind)]
}
