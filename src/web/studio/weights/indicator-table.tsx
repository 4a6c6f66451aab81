import { InputNumber } from 'antd'
import { ConditionField } from './condition-field.tsx'
import type { ReadModel } from './model-in.ts'
import { say } from './texts.ts'

export type SetField = (at: readonly (string | number)[], value: number | string) => void

type IndicatorTableProps = { readonly read: ReadModel; readonly set: SetField }

/** The ten indicators: what each weighs, and when it counts. */
export function IndicatorTable({ read, set }: IndicatorTableProps) {
  const { source, wrong } = read
  const sum = source.indicators.reduce((total, { weight }) => total + weight, 0)
  const isSum = sum === source.out_of
  return (
    <>
      <table className="weights-table">
        <caption>{say('indicators')}</caption>
        <thead>
          <tr>
            {['indicator', 'dimension', 'weight', 'deprived', 'severe'].map((key) => (
              <th key={key} scope="col">
                {say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {source.indicators.map(({ code, name, dimension, weight, deprived, severe }, at) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td>{dimension}</td>
              <td>
                <InputNumber
                  aria-label={say('weight.of', { name })}
                  value={weight}
                  min={1}
                  max={source.out_of}
                  precision={0}
                  onChange={(next) => next !== null && set(['indicators', at, 'weight'], next)}
                />
              </td>
              {Object.entries({ deprived, severe }).map(([key, condition]) => (
                <td key={key}>
                  <ConditionField
                    label={say(`${key}.of`, { name })}
                    condition={condition}
                    isWrong={wrong.includes(`indicators.${code}.${key}`)}
                    use={(next) => set(['indicators', at, key], next)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={isSum ? 'weights-sum' : 'weights-sum wrong'} role="status">
        {say(isSum ? 'sum.good' : 'sum', { sum, out_of: source.out_of })}
      </p>
    </>
  )
}
