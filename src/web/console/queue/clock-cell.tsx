import { Tooltip } from 'antd'
import type { QueueRow } from '../../../core/contract/desk/queue.ts'
import { RunningClock } from '../parts/running-clock.tsx'

/** How long there is, how urgent it is, and on hover or focus why the case stands here. */
export function ClockCell({ row }: { readonly row: QueueRow }) {
  const { urgency, urgencyLabel, crisis, why } = row
  return (
    <>
      <RunningClock row={row} />
      <span className="line tight">
        <span className={`urgency ${urgency}`}>{urgencyLabel}</span>
        {crisis && <span className="urgency crisis">{crisis.label}</span>}
        <Tooltip title={why.sentence} trigger={['hover', 'focus']}>
          <button type="button" className="why-here" aria-label={`${row.number} ${why.sentence}`}>
            ?
          </button>
        </Tooltip>
      </span>
    </>
  )
}
