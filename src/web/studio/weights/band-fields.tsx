import { InputNumber } from 'antd'
import type { SetField } from './indicator-table.tsx'
import type { ModelText } from './model-in.ts'
import { say } from './texts.ts'

type BandFieldsProps = { readonly source: ModelText; readonly set: SetField }

/** From how many points on each grade begins; the first begins at 0. */
export function BandFields({ source, set }: BandFieldsProps) {
  const { bands, extreme, out_of: most } = source
  return (
    <fieldset className="weights-bands">
      <legend>{say('bands')}</legend>
      {bands.map(({ name, from }, at) =>
        at === 0 ? null : (
          <Points
            key={name}
            label={say('band.from', { name })}
            value={from}
            most={most}
            set={(value) => set(['bands', at, 'from'], value)}
          />
        ),
      )}
      <Points
        label={say('extreme.from', { name: extreme.name })}
        value={extreme.from}
        most={most}
        set={(value) => set(['extreme', 'from'], value)}
      />
    </fieldset>
  )
}

type PointsProps = {
  readonly label: string
  readonly value: number
  readonly most: number
  readonly set: (value: number) => void
}

function Points({ label, value, most, set }: PointsProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is antd's
    <label>
      <span>{label}</span>
      <InputNumber
        aria-label={label}
        min={1}
        max={most}
        precision={0}
        value={value}
        onChange={(next) => next !== null && set(next)}
      />
    </label>
  )
}
