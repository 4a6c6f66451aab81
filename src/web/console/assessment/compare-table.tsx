import type { AssessmentFormView } from '../../../core/contract/office/assessment.ts'
import { ScrollTable } from '../household/scroll-table.tsx'
import { moment } from '../parts/moment.ts'
import { say } from './texts.ts'
import type { Fill } from './use-fill.ts'
import { gradeText, pointsText, rangeText, verdictOf } from './words.ts'

type Props = { readonly form: AssessmentFormView; readonly fill: Fill }

/** First pass, last confirmed and this form side by side (三次对照). */
export function CompareTable({ form, fill }: Props) {
  const { firstPass, confirmed } = form
  const { assessment } = fill.reckoned
  const sheets = [firstPass, confirmed]
  const valueIn = (sheet: (typeof sheets)[number], code: string) =>
    sheet?.indicators.find((each) => each.code === code)?.value
  return (
    <div className="compare">
      <h3>{say('compare.title')}</h3>
      <ScrollTable label={say('compare.title')}>
        <thead>
          <tr>
            <th scope="col">{say('compare.indicator')}</th>
            <th scope="col">{headOf('first', firstPass)}</th>
            <th scope="col">{headOf('confirmed', confirmed)}</th>
            <th scope="col">{say('compare.now')}</th>
          </tr>
        </thead>
        <tbody>
          {assessment.perIndicator.map(({ code, name, value }) => {
            const before = valueIn(confirmed, code) ?? valueIn(firstPass, code)
            const moved = before !== undefined && before !== value
            return (
              <tr key={code}>
                <th scope="row">{name}</th>
                {sheets.map((sheet, at) => {
                  const was = valueIn(sheet, code)
                  const key = at === 0 ? 'first' : 'confirmed'
                  return <td key={key}>{was === undefined ? '' : verdictOf(was)}</td>
                })}
                <td>
                  {verdictOf(value)} {moved && <b>{say('compare.moved')}</b>}
                </td>
              </tr>
            )
          })}
          <tr>
            <th scope="row">{say('compare.total')}</th>
            <td>{firstPass ? totalOf(firstPass) : say('compare.none')}</td>
            <td>{confirmed ? totalOf(confirmed) : say('compare.none')}</td>
            <td>
              {rangeText(assessment)} {pointsText(assessment.points)}
            </td>
          </tr>
        </tbody>
      </ScrollTable>
    </div>
  )
}

type Sheet = AssessmentFormView['firstPass']

const headOf = (key: 'first' | 'confirmed', sheet: Sheet) =>
  `${say(`compare.${key}`)}${sheet ? ` ${moment(sheet.at)}` : ''}`

const totalOf = ({ grade, points }: NonNullable<Sheet>) =>
  `${gradeText(grade)} ${pointsText(points)}`
