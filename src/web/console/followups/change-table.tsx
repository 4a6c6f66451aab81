import { useId } from 'react'
import { CHANGES, type Change } from '../../../core/casework/follow-up.ts'
import { INDICATORS, type IndicatorCode } from '../../../core/indicators.ts'
import { say } from '../service/texts.ts'

type Changes = Partial<Record<IndicatorCode, Change>>
type Props = { readonly changes: Changes; readonly change: (changes: Changes) => void }

/** Each of the ten indicators: better, same, worse, or not looked at. */
export function ChangeTable({ changes, change }: Props) {
  const id = useId()
  return (
    <>
      <h2>{say('form.changes')}</h2>
      <p className="soft">{say('form.changes_help')}</p>
      <table className="change-table">
        <tbody>
          {INDICATORS.map((code) => (
            <tr key={code}>
              <th scope="row">{say(`indicators.${code}`)}</th>
              {CHANGES.map((each) => (
                <td key={each}>
                  <label>
                    <input
                      type="radio"
                      name={`${id}${code}`}
                      aria-label={`${say(`indicators.${code}`)} ${say(`changes.${each}`)}`}
                      checked={changes[code] === each}
                      onChange={() => change({ ...changes, [code]: each })}
                    />{' '}
                    {say(`changes.${each}`)}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
