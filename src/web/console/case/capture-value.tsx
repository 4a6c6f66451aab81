import { Checkbox, Input, Radio } from 'antd'
import { useId } from 'react'
import { say } from '../../shared/texts.ts'
import type { How, Typed } from './typed-value.ts'

type Props = { readonly how: How; readonly typed: Typed; readonly change: (typed: Typed) => void }

/** The value of a slot by its kind: a number, an amount or a span of one, choices, words. */
export function CaptureValue({ how: { kind, label, options }, typed, change }: Props) {
  const id = useId()
  const choices = options.map(({ code, label: word }) => ({ value: code, label: word }))
  if (kind === 'choices') {
    return (
      <Checkbox.Group
        aria-label={label}
        value={[...typed]}
        onChange={(chosen) => change(chosen)}
        options={choices}
      />
    )
  }
  if (kind === 'choice' || kind === 'yes_no') {
    const own = kind === 'choice' ? choices : YES_NO()
    return (
      <Radio.Group
        aria-label={label}
        value={typed}
        onChange={({ target }) => change(target.value)}
        options={own}
      />
    )
  }
  return (
    <>
      <label htmlFor={id}>{say(`capture.value.${kind}`, { label })}</label>
      <Input
        id={id}
        type={kind === 'day' ? 'date' : 'text'}
        inputMode={kind === 'money' || kind === 'number' ? 'decimal' : 'text'}
        maxLength={200}
        value={String(typed)}
        onChange={({ target }) => change(target.value)}
      />
    </>
  )
}

const YES_NO = () => [
  { value: 'yes', label: say('capture.yes') },
  { value: 'no', label: say('capture.no') },
]
