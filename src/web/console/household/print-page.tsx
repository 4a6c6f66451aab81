import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { EXPORT_PURPOSES } from '../../../core/casework/export-lists.ts'
import type { ExportedFile } from '../../../core/contract/office/household-export.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { officePath } from '../api/office.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { cellOf } from './cell-of.ts'
import { columnsOf } from './columns-of.ts'
import { ChosenField } from './file-fields.tsx'
import './household.css'
import { markOf } from './mark-of.ts'
import './print.css'
import { ScrollTable } from './scroll-table.tsx'
import { say } from './texts.ts'
import { worded, wordOf } from './word-of.ts'

/** The file on A4 sheets, numbers masked, with who printed it on each. */
export default function PrintPage() {
  const { household = '' } = useParams()
  const [purpose, setPurpose] = useState<string>(EXPORT_PURPOSES[0])
  const [taken, take] = useState<ExportedFile | null>(null)
  usePageTitle(say('print.title'))
  const ask = useDeed(async () => {
    const path = officePath(household, '/export')
    take(await post<ExportedFile>(path, { purpose, format: 'print', part: null }))
  }, [])
  return (
    <div className="file-page printed">
      <div className="not-printed stack">
        <Link to={`/households/${household}`}>{say('print.back')}</Link>
        <h1>{say('print.title')}</h1>
        <ChosenField
          label={say('export.purpose')}
          value={purpose}
          change={setPurpose}
          options={worded('purpose', EXPORT_PURPOSES)}
        />
        <p className="line">
          <Button type="primary" loading={ask.isPending} onClick={() => ask.mutate()}>
            {say('print.show')}
          </Button>
          {taken && <Button onClick={() => window.print()}>{say('print.go')}</Button>}
        </p>
      </div>
      {taken && <Sheets taken={taken} />}
    </div>
  )
}

/** Browsers repeat the head of a table on each sheet: so the mark is on each. */
function Sheets({ taken }: { readonly taken: ExportedFile }) {
  return (
    <article aria-label={say('print.title')}>
      <table className="sheet" role="presentation">
        <thead>
          <tr>
            <td className="mark">{markOf(taken)}</td>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              {taken.tables
                .filter(({ rows }) => rows.length > 0)
                .map((table) => (
                  <section key={table.part} aria-labelledby={`print-${table.part}`}>
                    <h2 id={`print-${table.part}`}>{wordOf('part', table.part)}</h2>
                    <Records {...table} />
                  </section>
                ))}
            </td>
          </tr>
        </tbody>
      </table>
    </article>
  )
}

function Records({ part, rows }: ExportedFile['tables'][number]) {
  const names = columnsOf(rows).filter((name) =>
    rows.some((row) => row[name] !== null && row[name] !== ''),
  )
  return (
    <ScrollTable label={say('print.table', { part: wordOf('part', part) })}>
      <thead>
        <tr>
          {names.map((name) => (
            <th key={name} scope="col">
              {wordOf('column', name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a printed sheet never move.
          <tr key={at}>
            {names.map((name) => (
              <td key={name} className={LONG.includes(name) ? 'long' : ''}>
                {cellOf(name, row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

/** Columns of whole sentences. */
const LONG = ['story', 'words', 'quote', 'sentence', 'body', 'note', 'address']
