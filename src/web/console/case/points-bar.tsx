import { pointsWords } from '../queue/grade-cell.tsx'

type Props = { readonly points: readonly [number, number]; readonly outOf: number }

/** Points as a bar: what is certain, and what is still open. The numbers stand beside it as text. */
export function PointsBar({ points, outOf }: Props) {
  const [low, high] = points
  return (
    <svg
      className="points-bar"
      preserveAspectRatio="none"
      viewBox={`0 0 ${outOf * 10} 8`}
      role="img"
      aria-label={pointsWords(points)}
    >
      <rect width={outOf * 10} height="8" rx="2" className="all" />
      <rect width={high * 10} height="8" rx="2" className="open" />
      <rect width={low * 10} height="8" rx="2" className="sure" />
    </svg>
  )
}
