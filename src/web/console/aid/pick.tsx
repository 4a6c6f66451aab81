import { Radio } from 'antd'
import { useId } from 'react'
import { say } from './texts.ts'

type Props = {
  readonly label: string
  /** Group of the words. */
  readonly group: string
  readonly codes: readonly string[]
  readonly value: string
  readonly change: (code: string) => void
}

/** One of a closed list. */
export function Pick({ label, group, codes, value, change }: Props) {
  const id = useId()
  return (
    <>
      <span id={id} className="field-name">
        {label}
      </span>
      <Radio.Group
        aria-labelledby={id}
        value={value}
        onChange={({ target }) => change(target.value)}
        options={codes.map((code) => ({ value: code, label: say(`${group}.${code}`) }))}
      />
    </>
  )
}
