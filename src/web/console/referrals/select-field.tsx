import { useId } from 'react'

type Props = {
  readonly label: string
  readonly value: string
  readonly change: (value: string) => void
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** One of a list, as the browser's own field. */
export function SelectField({ label, value, change, options }: Props) {
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
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </>
  )
}
