import { Checkbox } from 'antd'
import { type Dispatch, type SetStateAction, useRef } from 'react'
import { useNavigate } from 'react-router'
import type { QueueRow } from '../../../core/contract/desk/queue.ts'
import { say } from '../../shared/texts.ts'
import { useKeys } from '../keys/use-keys.ts'
import { QueueLine } from './queue-line.tsx'
import { focusedRow, moveFocus } from './row-focus.ts'
import { useClaim } from './use-claim.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

type Props = {
  readonly rows: readonly QueueRow[]
  readonly chosen: ReadonlySet<string>
  readonly choose: Dispatch<SetStateAction<ReadonlySet<string>>>
}

const COLUMNS = ['clock', 'who', 'grade', 'story', 'route', 'number', 'act'] as const

/** The queue as a table; on a phone each row is a card. Keys act on the row that has the focus. */
export function QueueTable({ rows, chosen, choose }: Props) {
  const table = useRef<HTMLTableElement>(null)
  useKeptFocus(table, rows)
  const go = useNavigate()
  const { claim: take } = useClaim()
  const here = () => focusedRow(table.current, rows) ?? rows[0]
  const toggle = (number: string) => choose((before) => flipped(before, number))
  async function claim(row: QueueRow | undefined) {
    if (!row || row.claimed !== null || !(await take(row))) return
    if (row.status === 'unfinished') void go(`/cases/${row.number}?do=contact`)
  }
  useKeys({
    next: () => moveFocus(table.current, 1),
    previous: () => moveFocus(table.current, -1),
    open: () => go(`/cases/${here()?.number}`),
    select: () => toggle(here()?.number ?? ''),
    claim: () => void claim(here()),
    transfer: () => go(`/cases/${here()?.number}?do=transfer`),
    snooze: () => here()?.claimed?.mine && go(`/cases/${here()?.number}?do=snooze`),
    contact: () => go(`/cases/${here()?.number}?do=contact`),
  })
  const all = rows.every(({ number }) => chosen.has(number))
  return (
    <table className="queue" ref={table}>
      <caption className="hidden-words">{say('queue.order')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <Checkbox
              aria-label={say('queue.choose_all')}
              checked={all}
              indeterminate={!all && chosen.size > 0}
              onChange={() => choose(new Set(all ? [] : rows.map(({ number }) => number)))}
            />
          </th>
          {COLUMNS.map((name) => (
            <th key={name} scope="col" className={`c-${name}`}>
              {say(`queue.columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <QueueLine
            key={row.number}
            row={row}
            chosen={chosen.has(row.number)}
            toggle={() => toggle(row.number)}
            claim={() => void claim(row)}
          />
        ))}
      </tbody>
    </table>
  )
}

function flipped(chosen: ReadonlySet<string>, number: string): ReadonlySet<string> {
  const next = new Set(chosen)
  if (!next.delete(number)) next.add(number)
  return next
}
