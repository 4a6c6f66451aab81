import type { QueueRow } from '../../../core/contract/desk/queue.ts'
import { say } from '../../shared/texts.ts'

/** 高度 6/12 分; a range while answers are missing; 已确认 once an adviser has confirmed it. */
export function GradeCell({
  row: { grade, gradeLabel, points, confirmed },
}: Readonly<{ row: QueueRow }>) {
  return (
    <>
      <b className={`grade ${grade ?? 'open'}`}>{gradeLabel}</b>
      {points && <span className="soft">{pointsWords(points)}</span>}
      {confirmed && <span className="tag">{say('case.confirmed')}</span>}
    </>
  )
}

export const pointsWords = ([low, high]: readonly [number, number]) =>
  say('queue.points', { points: low === high ? low : `${low}–${high}` })
