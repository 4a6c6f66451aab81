import { Input } from 'antd'
import { useId } from 'react'

type Props = {
  readonly label: string
  readonly value: string
  readonly change: (words: string) => void
  readonly rows?: number
  readonly most?: number
}

export function WordsField({ label, value, change, rows = 1, most = 200 }: Props) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {rows === 1 ? (
        <Input id={id} maxLength={most} value={value} onChange={(e) => change(e.target.value)} />
      ) : (
        <Input.TextArea
          id={id}
          rows={rows}
          maxLength={most}
          value={value}
          onChange={(e) => change(e.target.value)}
        />
      )}
    </>
  )
}
