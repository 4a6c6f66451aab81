import type { z } from 'zod'
import type { AssessmentsView } from '../../../core/contract/office/household-assessments.ts'
import { say } from './texts.ts'

type Dimensions = z.infer<typeof AssessmentsView>['steps'][number]['dimensions']

type Props = { readonly now: Dimensions; readonly before: Dimensions }

const MIDDLE = 150
const REACH = 95

/** Points of each dimension as a radar; the table beside it says the same. */
export function Radar({ now, before }: Props) {
  const count = now.length
  if (count < 3) return null
  const at = (index: number, share: number): readonly [number, number] => {
    const angle = (2 * Math.PI * index) / count - Math.PI / 2
    return [MIDDLE + REACH * share * Math.cos(angle), MIDDLE + REACH * share * Math.sin(angle)]
  }
  const outline = (shares: readonly number[]) =>
    shares
      .map((share, index) =>
        at(index, share)
          .map((each) => each.toFixed(1))
          .join(),
      )
      .join(' ')
  const shares = (of: Dimensions, end: 'low' | 'high') =>
    of.map((each) => (each.most === 0 ? 0 : each[end] / each.most))
  const label = now.map(({ name, low, most }) => `${name} ${low}/${most}`).join(' ')
  return (
    <svg
      viewBox="0 0 300 300"
      className="radar"
      role="img"
      aria-label={say('assessment.radar', { label })}
    >
      {[0.5, 1].map((share) => (
        <polygon key={share} className="ring" points={outline(now.map(() => share))} />
      ))}
      {now.map(({ name }, index) => {
        const [x, y] = at(index, 1)
        return <line key={name} className="ring" x1={MIDDLE} y1={MIDDLE} x2={x} y2={y} />
      })}
      {before.length === count && (
        <polygon className="before" points={outline(shares(before, 'low'))} />
      )}
      <polygon className="possible" points={outline(shares(now, 'high'))} />
      <polygon className="now" points={outline(shares(now, 'low'))} />
      {now.map(({ name, low, most }, index) => {
        const [x, y] = at(index, 1.25)
        return (
          <text key={name} x={x} y={y} textAnchor="middle">
            {name.slice(0, 6)} {low}/{most}
          </text>
        )
      })}
    </svg>
  )
}
