import type { Assessment } from '../../../core/assessment/assess.ts'
import type { Model } from '../../../core/assessment/model.ts'
import { say } from './texts.ts'
import { marginText, pointsText, rangeText } from './words.ts'

type Props = { readonly assessment: Assessment; readonly model: Model }

/** Points, grade and what would change it; drawn anew with each answer. */
export function LiveGrade({ assessment, model }: Props) {
  const { points, next, perIndicator } = assessment
  const name = perIndicator.find(({ code }) => code === next)?.name
  const margin = marginText(assessment)
  return (
    <section className="live-grade" aria-label={say('now.title')}>
      <p role="status">
        <b>{rangeText(assessment)}</b>{' '}
        {say('now.points', { points: pointsText(points), outOf: model.outOf })}
      </p>
      {name && <p className="soft">{say('now.next', { name })}</p>}
      {margin && <p className="margin">{margin}</p>}
    </section>
  )
}
