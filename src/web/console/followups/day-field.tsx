import { useId } from 'react'

type Props = {
  readonly label: string
  readonly value: string
  readonly min?: string
  readonly max?: string
  readonly change: (day: string) => void
}

export function DayField({ label, value, min, max, change }: Props) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="plain-field"
        {...{ min, max, value }}
        onChange={({ target }) => change(target.value)}
      />
    </>
  )
}
