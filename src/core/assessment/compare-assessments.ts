import type { Truth } from '../conditions/value.ts'
import type { IndicatorCode } from '../indicators.ts'
import type { Assessment } from './assess.ts'
import { compareGrades } from './grade.ts'

/** What changed from one assessment to another: 初评 to 复核, or one visit to the next. */
export type AssessmentChange = {
  readonly indicators: readonly ChangedIndicator[]
  /** Points gained by the certain end and by the possible end. */
  readonly points: readonly [low: number, high: number]
  /** Undefined while either grade is open. */
  readonly grade?: 'lower' | 'same' | 'higher'
  /** The two were made by different versions of the model. */
  readonly otherModel: boolean
}

type ChangedIndicator = {
  readonly code: IndicatorCode
  readonly from: Truth
  readonly to: Truth
}

export function compareAssessments(before: Assessment, after: Assessment): AssessmentChange {
  const grade = gradeChange(before, after)
  return {
    indicators: after.perIndicator
      .map(({ code, value }) => ({ code, from: before.deprived[code], to: value }))
      .filter(({ from, to }) => from !== to),
    points: [after.points[0] - before.points[0], after.points[1] - before.points[1]],
    ...(grade && { grade }),
    otherModel: before.model.hash !== after.model.hash,
  }
}

function gradeChange(before: Assessment, after: Assessment): AssessmentChange['grade'] {
  if (!before.grade || !after.grade) return undefined
  const step = compareGrades(after.grade, before.grade)
  if (step === 0) return 'same'
  return step > 0 ? 'higher' : 'lower'
}
