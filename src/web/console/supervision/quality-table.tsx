import type { z } from 'zod'
import type { ChecksFound } from '../../../core/contract/office/supervision.ts'
import { ScrollTable } from '../household/scroll-table.tsx'
import { say } from './texts.ts'

type Props = {
  readonly title: string
  readonly lines: z.infer<typeof ChecksFound>['people']
}

/** How good the records are, by person or by street. */
export function QualityTable({ title, lines }: Props) {
  return (
    <div>
      <h2>
        {say('figures.title')} · {title}
      </h2>
      <ScrollTable label={title}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`figures.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ of, name, drawn, judged, passedAtOnce, returned, waiting, score }) => (
            <tr key={of}>
              <th scope="row">{name}</th>
              <td>{drawn}</td>
              <td>{judged}</td>
              <td>{passedAtOnce}</td>
              <td>{returned}</td>
              <td>{waiting}</td>
              <td>{score ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </div>
  )
}

const COLUMNS = ['of', 'drawn', 'judged', 'passed', 'returned', 'waiting', 'score'] as const
