import type { FiguresView, PlaceFigures } from '../../../core/contract/office/figures.ts'
import { ScrollTable } from '../household/scroll-table.tsx'
import { COLUMNS, cellsOf, LATE, nameOf, OF_NOW, OF_WEEK } from './cells-of.ts'
import { say } from './texts.ts'

type Props = { readonly figures: FiguresView; readonly outside: boolean }

/** A row a place, and one for all together. */
export function FigureTable({ figures: { by, places, all }, outside }: Props) {
  return (
    <ScrollTable label={say('title')}>
      <thead>
        <tr>
          <td />
          <th scope="colgroup" colSpan={OF_WEEK.length}>
            {say('part.week')}
          </th>
          <th scope="colgroup" colSpan={OF_NOW.length}>
            {say('part.now')}
          </th>
        </tr>
        <tr>
          <th scope="col">{say(`by.${by}`)}</th>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {say(`column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <Row key={place.code} name={nameOf(place)} figures={place} outside={outside} />
        ))}
      </tbody>
      {all && (
        <tfoot>
          <Row name={say('all')} figures={all} outside={outside} />
        </tfoot>
      )}
    </ScrollTable>
  )
}

type RowProps = {
  readonly name: string
  readonly figures: PlaceFigures
  readonly outside: boolean
}

function Row({ name, figures, outside }: RowProps) {
  const cells = cellsOf(figures, outside)
  return (
    <tr>
      <th scope="row">{name}</th>
      {COLUMNS.map((column, at) => (
        <td key={column} className={LATE.includes(column) && cells[at] !== 0 ? 'late' : ''}>
          {cells[at]}
        </td>
      ))}
    </tr>
  )
}
