import { Select } from 'antd'
import { useId } from 'react'
import type { Me } from '../api/desk.ts'

type Props = {
  readonly label: string
  readonly me: Me
  /** Only these streets; empty = the whole district. */
  readonly streets: readonly string[]
  readonly value: string
  readonly nobody?: string
  readonly change: (id: string) => void
}

/** A colleague, found by name or pinyin. */
export function PeopleField({ label, me, streets, value, nobody, change }: Props) {
  const id = useId()
  const people = me.colleagues.filter(
    (each) => streets.length === 0 || each.streets.some((street) => streets.includes(street)),
  )
  const options = [
    ...(nobody === undefined ? [] : [{ value: '', label: nobody, pinyin: '' }]),
    ...people.map(({ id: value, name, pinyin }) => ({ value, label: name, pinyin })),
  ]
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        showSearch={{
          filterOption: (typed, option) =>
            `${option?.label} ${option?.pinyin}`.toLowerCase().includes(typed.toLowerCase()),
        }}
        className="wide-field"
        value={value === '' && nobody === undefined ? null : value}
        onChange={(chosen: string) => change(chosen)}
        options={options}
      />
    </>
  )
}
