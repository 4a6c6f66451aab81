import { Select } from 'antd'
import { useId } from 'react'
import { useMe } from '../api/desk.ts'

type Props = {
  readonly label: string
  readonly value: string | null
  readonly change: (id: string | null) => void
}

/** A colleague, found by name or pinyin. */
export function ColleagueField({ label, value, change }: Props) {
  const id = useId()
  const colleagues = useMe().data?.colleagues ?? []
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        allowClear
        showSearch={{
          filterOption: (typed, option) =>
            `${option?.label} ${option?.pinyin}`.includes(typed.toLowerCase()),
        }}
        value={value}
        onChange={(next) => change(next ?? null)}
        options={colleagues.map(({ id: staff, name, pinyin }) => ({
          ...{ value: staff, label: name, pinyin },
        }))}
      />
    </>
  )
}
