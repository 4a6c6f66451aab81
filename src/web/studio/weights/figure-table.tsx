import {
  adjustedHeadcount,
  type Figures,
  headcount,
  intensity,
} from '../../../core/assessment/figures.ts'
import type { Model } from '../../../core/assessment/model.ts'
import { say } from './texts.ts'

type Counted = { readonly model: Model; readonly figures: Figures }

/** H, A and M0 before and after. */
export function FigureTable(props: { readonly before: Counted; readonly after: Counted }) {
  const columns = [props.before, props.after]
  const rows = {
    H: ({ figures }: Counted) => headcount(figures),
    A: ({ figures, model }: Counted) => intensity(figures, model),
    M0: ({ figures, model }: Counted) => adjustedHeadcount(figures, model),
  }
  return (
    <table className="weights-table">
      <caption>{say('figures')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{say('before')}</th>
          <th scope="col">{say('after')}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(rows).map(([name, of]) => (
          <tr key={name}>
            <th scope="row">{say(name)}</th>
            {columns.map((counted, at) => (
              <td key={at === 0 ? 'before' : 'after'}>
                {say('share', { share: (of(counted) * 100).toFixed(2) })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
