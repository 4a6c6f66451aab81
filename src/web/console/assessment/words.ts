import type { Assessment } from '../../../core/assessment/assess.ts'
import { say } from './texts.ts'

export const verdictOf = (value: boolean | null): string =>
  say(`verdict.${value === null ? 'unknown' : value ? 'yes' : 'no'}`)

export const pointsText = (points: readonly number[]): string => [...new Set(points)].join('–')

export const gradeText = (grade: string | null): string =>
  grade === null ? say('open') : say(`now.grade.${grade}`)

/** 高度困境, or from–to while the points leave it open. */
export function rangeText({ gradeRange, severe }: Assessment): string {
  const [low, high] = gradeRange
  if (low !== high) return say('now.range', { low: gradeText(low), high: gradeText(high) })
  return severe.extreme === true ? `${gradeText(low)}·${say('now.extreme')}` : gradeText(low)
}

/** Answers that are named in the line: the weightiest, which one verifies first. */
const NAMED = 3

/** 如果…核实为…，等级是…: what would change the grade. */
export function marginText({ margin, perIndicator }: Assessment): string {
  const nameOf = (code: string) => perIndicator.find((each) => each.code === code)?.name ?? code
  const { above, below, flips } = margin
  const lines = [
    ...(above
      ? [say('margin.above', { points: above.points, grade: gradeText(above.grade) })]
      : []),
    ...(below
      ? [say('margin.below', { points: below.points, grade: gradeText(below.grade) })]
      : []),
    ...flips.slice(0, NAMED).map(({ code, to, gradeRange }) =>
      say('margin.flip', {
        ...{ name: nameOf(code), verdict: verdictOf(to) },
        grades: [...new Set(gradeRange)].map(gradeText).join('–'),
      }),
    ),
  ]
  return lines.length === 0 ? '' : lines.join(say('semicolon')) + say('stop')
}
