import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { csvText } from '../../../core/casework/csv-text.ts'
import type { FiguresView } from '../../../core/contract/office/figures.ts'
import { addDays, shanghai } from '../../../core/time.ts'
import { get } from '../../shared/api/call.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { saveFile } from '../../shared/save-file.ts'
import { serverNow } from '../api/server-time.ts'
import '../household/household.css'
import '../household/print.css'
import { mondayOf } from '../parts/monday-of.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useStreet } from '../shell/use-street.ts'
import './board.css'
import { COLUMNS, cellsOf, nameOf } from './cells-of.ts'
import { FigureTable } from './figure-table.tsx'
import { say } from './texts.ts'

/** 看板: what came in a week, what was done, and what is late now; by street, within one street by committee. */
export default function BoardPage() {
  const monday = mondayOf(shanghai(serverNow()).day)
  const [street] = useStreet()
  const [from, look] = useState(monday)
  const [outside, show] = useState(false)
  const to = addDays(from, 6)
  const found = useQuery({
    queryKey: ['queue', 'figures', from, street],
    queryFn: () =>
      get<FiguresView>(`/api/office/figures?${new URLSearchParams({ from, to, street })}`),
  })
  usePageTitle(say('title'))
  const figures = found.data
  return (
    <div className="file-page printed board">
      <div className="line between">
        <h1>{say('title')}</h1>
        <div className="line not-printed">
          <Button onClick={() => look(addDays(from, -7))}>{say('before')}</Button>
          <Button onClick={() => look(monday)}>{say('this')}</Button>
          <Button onClick={() => look(addDays(from, 7))}>{say('after')}</Button>
        </div>
      </div>
      <p>
        <b>{say('week', { from, to })}</b> <span className="soft">{say('means')}</span>
      </p>
      {found.isError && <TroubleBox error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {figures && figures.all === null && <p className="empty">{say('none')}</p>}
      {figures?.all && (
        <>
          <p className="line not-printed">
            <Checkbox checked={outside} onChange={({ target }) => show(target.checked)}>
              {say('outside')}
            </Checkbox>
            <Button onClick={() => window.print()}>{say('print')}</Button>
            <Button onClick={() => save(figures, outside)}>{say('csv')}</Button>
          </p>
          {outside && <p className="mark">{say('outside_mark')}</p>}
          <FigureTable figures={figures} outside={outside} />
        </>
      )}
    </div>
  )
}

function save({ from, to, by, places, all }: FiguresView, outside: boolean): void {
  const title = `${say('title')} ${say('week', { from, to })}`
  const rows = places.map((place) => [nameOf(place), ...cellsOf(place, outside)])
  const csv = csvText([
    [outside ? `${title}（${say('outside_mark')}）` : title],
    [say(`by.${by}`), ...COLUMNS.map((name) => say(`column.${name}`))],
    ...rows,
    ...(all ? [[say('all'), ...cellsOf(all, outside)]] : []),
  ])
  saveFile(`${say('file')}-${from}.csv`, 'text/csv;charset=utf-8', csv)
}
