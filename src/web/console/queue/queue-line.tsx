import { Checkbox } from 'antd'
import { memo } from 'react'
import { Link } from 'react-router'
import type { QueueRow } from '../../../core/contract/desk/queue.ts'
import { say } from '../../shared/texts.ts'
import { moment } from '../parts/moment.ts'
import { ClockCell } from './clock-cell.tsx'
import { GradeCell } from './grade-cell.tsx'
import { RowAct } from './row-act.tsx'
import { WhoCell } from './who-cell.tsx'

type Props = {
  readonly row: QueueRow
  readonly chosen: boolean
  readonly toggle: () => void
  readonly claim: () => void
}

/** One case of the queue. Drawn again only when something of it changed: its clock ticks by itself. */
export const QueueLine = memo(Line, (a, b) => a.row === b.row && a.chosen === b.chosen)

function Line({ row, chosen, toggle, claim }: Props) {
  const { number, story, stopped, channelLabel, opened, sample } = row
  return (
    <tr data-number={number} className={chosen ? 'chosen' : undefined}>
      <td className="c-choose">
        <Checkbox aria-label={say('queue.choose', { number })} checked={chosen} onChange={toggle} />
      </td>
      <td className="c-clock">
        <ClockCell row={row} />
      </td>
      <td className="c-who">
        <WhoCell row={row} />
      </td>
      <td className="c-grade">
        <GradeCell row={row} />
      </td>
      <td className="c-story">
        {story === null ? (
          <span className="soft">{say(row.crisis ? 'queue.danger_story' : 'queue.no_story')}</span>
        ) : (
          <q>{story}</q>
        )}
        {stopped && (
          <span className="stopped">{say('queue.stopped', { label: stopped.label })}</span>
        )}
      </td>
      <td className="c-route">
        <span>{row.route.sentence}</span>
      </td>
      <td className="c-number">
        <Link className="row-link" to={`/cases/${number}`}>
          {number}
        </Link>
        <span className="soft">
          {sample ? say('state.demo') : channelLabel} {moment(opened)}
        </span>
      </td>
      <td className="c-act">
        <RowAct row={row} claim={claim} />
      </td>
    </tr>
  )
}
