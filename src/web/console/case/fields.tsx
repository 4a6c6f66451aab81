import { Input, Radio } from 'antd'
import { useId } from 'react'
import { say } from '../../shared/texts.ts'
import { type Me, useMe } from '../api/desk.ts'

type ChoiceProps = {
  readonly list: keyof Me['lists']
  readonly label: string
  readonly value: string
  readonly change: (value: string) => void
}

/** One of a closed list, as radio buttons: all are seen at once, arrow keys choose. */
export function Choice({ list, label, value, change }: ChoiceProps) {
  const options = useMe().data?.lists[list] ?? []
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
        options={options.map(({ code, label: word }) => ({ value: code, label: word }))}
      />
    </>
  )
}

type WordsProps = {
  readonly label?: string
  readonly value: string
  readonly change: (value: string) => void
}

/** Free words, at most 5,000 characters. */
export function Words({ label = say('box.note'), value, change }: WordsProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={5_000}
        value={value}
        onChange={({ target }) => change(target.value)}
      />
    </>
  )
}
