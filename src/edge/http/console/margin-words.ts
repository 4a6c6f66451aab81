import type { Distance, Flip } from '../../../core/assessment/margin.ts'
import type { CaseFile } from '../../../core/casework/case-file.ts'
import type { Texts } from '../texts.ts'

/** Single answers that are named: the weightiest, which an adviser verifies first. */
const FLIPS = 3

/** What would change the grade: the sentences that tell an adviser what to verify first. */
export function marginWords(file: CaseFile, texts: Texts): string | null {
  if (!file.assessment) return null
  const { margin, perIndicator } = file.assessment
  const nameOf = (flip: Flip) => perIndicator.find(({ code }) => code === flip.code)?.name ?? ''
  const sentences = [
    margin.above && distanceWords('above', margin.above, texts),
    margin.below && distanceWords('below', margin.below, texts),
    ...margin.flips.slice(0, FLIPS).map((flip) => flipWords(flip, nameOf(flip), texts)),
  ].filter((sentence) => sentence !== undefined)
  return sentences.length === 0 ? null : `${sentences.join('；')}。`
}

function distanceWords(to: 'above' | 'below', { grade, points }: Distance, { say }: Texts): string {
  return say(`margin.${to}`, { points, grade: say(`grade.${grade}`) })
}

function flipWords(flip: Flip, name: string, { say }: Texts): string {
  const grades = [...new Set(flip.gradeRange)].map((grade) => say(`grade.${grade}`)).join('–')
  const verdict = say(`case.verdict.${flip.to ? 'yes' : 'no'}`)
  return say('margin.flip', { name, verdict, grades })
}
