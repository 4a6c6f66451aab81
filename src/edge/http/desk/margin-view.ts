import type { z } from 'zod'
import type { Assessment } from '../../../core/assessment/assess.ts'
import type { Distance, Flip } from '../../../core/assessment/margin.ts'
import type { Margin } from '../../../core/contract/desk/assessment-view.ts'
import type { Texts } from '../texts.ts'
import { verdictWord, word } from './words.ts'

/** Single answers that are named in the line: the weightiest, which an adviser verifies first. */
const NAMED = 3

/** What would change the grade (离「中」还差 n 分), as data and as one line. */
export function marginView(assessment: Assessment, texts: Texts): z.infer<typeof Margin> {
  const { margin, perIndicator } = assessment
  const nameOf = (flip: Flip) => perIndicator.find(({ code }) => code === flip.code)?.name ?? ''
  const flips = margin.flips.map((flip) => ({
    code: flip.code,
    to: flip.to,
    gradeRange: [...flip.gradeRange] as [Flip['gradeRange'][0], Flip['gradeRange'][1]],
    points: [flip.points[0], flip.points[1]] as [number, number],
    sentence: flipWords(flip, nameOf(flip), texts),
  }))
  const { above, below } = margin
  const sentences = [
    ...(above ? [distanceWords('above', above, texts)] : []),
    ...(below ? [distanceWords('below', below, texts)] : []),
    ...flips.slice(0, NAMED).map(({ sentence }) => sentence),
  ]
  return {
    above: above ?? null,
    below: below ?? null,
    flips,
    sentence: sentences.length === 0 ? null : `${sentences.join('；')}。`,
  }
}

function distanceWords(to: 'above' | 'below', { grade, points }: Distance, texts: Texts): string {
  return texts.say(`margin.${to}`, { points, grade: word(texts, 'grade', grade) })
}

function flipWords(flip: Flip, name: string, texts: Texts): string {
  const grades = [...new Set(flip.gradeRange)].map((grade) => word(texts, 'grade', grade)).join('–')
  return texts.say('margin.flip', { name, verdict: verdictWord(texts, flip.to), grades })
}
