import { type ReactNode, useId } from 'react'

type Field = { readonly label: string; readonly wide?: boolean }

type TextProps = Field & {
  readonly value: string
  readonly change: (value: string) => void
  readonly most?: number
}

/** One line of words. */
export function TextField({ label, value, change, most = 200, wide = false }: TextProps) {
  return (
    <Labelled label={label} wide={wide}>
      {(id) => (
        <input
          id={id}
          className="plain-field"
          maxLength={most}
          value={value}
          onChange={({ target }) => change(target.value)}
        />
      )}
    </Labelled>
  )
}

type DayProps = Field & {
  readonly value: string | null
  readonly change: (value: string | null) => void
}

/** A day, or none. */
export function DayField({ label, value, change }: DayProps) {
  return (
    <Labelled label={label} wide={false}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="plain-field"
          value={value ?? ''}
          onChange={({ target }) => change(target.value === '' ? null : target.value)}
        />
      )}
    </Labelled>
  )
}

type ChoiceProps<Code extends string> = Field & {
  readonly value: Code
  readonly options: readonly { readonly value: Code; readonly label: string }[]
  readonly change: (value: Code) => void
}

/** One of a short list. The browser's own: it opens with the keyboard and on a phone alike. */
export function ChoiceField<Code extends string>(props: ChoiceProps<Code>) {
  const { label, value, options, change } = props
  return (
    <Labelled label={label} wide={false}>
      {(id) => (
        <select
          id={id}
          className="plain-field"
          value={value}
          onChange={({ target }) => change(target.value as Code)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

type LabelledProps = Field & { readonly children: (id: string) => ReactNode }

function Labelled({ label, wide, children }: LabelledProps) {
  const id = useId()
  return (
    <p className={wide ? 'plan-field wide' : 'plan-field'}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </p>
  )
}
