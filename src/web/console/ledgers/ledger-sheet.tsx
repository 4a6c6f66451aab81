import { Button } from 'antd'
import { csvText } from '../../../core/casework/csv-text.ts'
import { ledgerTable } from '../../../core/casework/ledger-table.ts'
import type { LedgerTaken } from '../../../core/contract/office/ledger.ts'
import { saveFile } from '../../shared/save-file.ts'
import { fullMoment } from '../household/full-moment.ts'
import { ScrollTable } from '../household/scroll-table.tsx'
import { yuan } from '../household/yuan.ts'
import { say } from './texts.ts'

/** A ledger as it was taken out, with who took it and what for on every sheet. */
export function LedgerSheet({ taken }: { readonly taken: LedgerTaken }) {
  const { ledger, month, lines } = taken
  const { heading, rows } = ledgerTable(ledger, lines, say)
  const mark = markOf(taken)
  const save = () =>
    saveFile(
      `${ledger}-${month}.csv`,
      'text/csv;charset=utf-8',
      csvText([[mark], heading, ...rows]),
    )
  return (
    <div>
      <p className="mark">{mark}</p>
      <p role="status">
        {rows.length === 0
          ? say('none')
          : (averageOf(taken) ?? say('count', { count: rows.length }))}
      </p>
      {rows.length > 0 && (
        <>
          <p className="line not-printed">
            <Button onClick={() => window.print()}>{say('print')}</Button>
            <Button onClick={save}>{say('csv')}</Button>
            <span className="soft">{say('mark')}</span>
          </p>
          <ScrollTable label={say(`title.${ledger}`)}>
            <thead>
              <tr>
                {heading.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a taken ledger never move.
                <tr key={at}>
                  {row.map((cell, column) => (
                    <td key={heading[column]} className={String(cell).length > LONG ? 'long' : ''}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        </>
      )}
    </div>
  )
}

/** Characters from which a cell may break into lines. */
const LONG = 12

/** Payments, their sum and what one comes to (人次, 平均水平). */
function averageOf({ lines }: LedgerTaken): string | null {
  const fen = lines.flatMap(({ yuan: paid }) =>
    typeof paid === 'number' ? [Math.round(paid * 100)] : [],
  )
  if (fen.length === 0) return null
  const sum = fen.reduce((all, each) => all + each, 0)
  const average = Math.round(sum / fen.length)
  return say('average', { count: fen.length, sum: yuan(sum), average: yuan(average) })
}

function markOf({ ledger, month, purpose, by, at, lines }: LedgerTaken): string {
  const title = say(`title.${ledger}`)
  return say('watermark', { title, month, by, purpose, at: fullMoment(at), count: lines.length })
}
