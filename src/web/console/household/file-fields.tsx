import { Input } from 'antd'
import { useId } from 'react'

type TextProps = {
  readonly label: string
  readonly value: string
  readonly change: (value: string) => void
  readonly most?: number
  readonly hint?: string
  readonly required?: boolean
  readonly type?: 'text' | 'date' | 'month'
}

/** A line of text with its label. */
export function TextField(props: TextProps) {
  const { label, value, change, most = 200, hint = '', required = false, type = 'text' } = props
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input
        {...{ id, value, type, required }}
        maxLength={most}
        placeholder={hint}
        onChange={({ target }) => change(target.value)}
      />
    </>
  )
}

type ChosenProps = {
  readonly label: string
  readonly value: string
  readonly change: (value: string) => void
  readonly options: readonly (readonly [value: string, word: string])[]
}

/** One of a list, as the plain select of the browser: keyboards and phones know it. */
export function ChosenField({ label, value, change, options }: ChosenProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="plain-field"
        value={value}
        onChange={({ target }) => change(target.value)}
      >
        {options.map(([code, word]) => (
          <option key={code} value={code}>
            {word}
          </option>
        ))}
      </select>
    </>
  )
}
