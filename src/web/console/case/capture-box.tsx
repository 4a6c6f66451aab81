import { Select } from 'antd'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { say } from '../../shared/texts.ts'
import { CaptureValue } from './capture-value.tsx'
import type { BoxProps } from './case-boxes.tsx'
import { FormBox } from './form-box.tsx'
import type { Taken } from './taking.ts'
import { guessed, type Typed, valueIn } from './typed-value.ts'
import { useCaseDeed } from './use-case-deed.ts'

type Props = BoxProps & { readonly taken: Taken }

/** 记为: words of the talk become the value of a slot, and stay with it as its reason. */
export default function CaptureBox({ found, taken, close }: Props) {
  const [quote, setQuote] = useState(taken.quote)
  const [slot, setSlot] = useState('')
  const [typed, setTyped] = useState<Typed>('')
  const capture = useCaseDeed(found.case.number, 'capture', close)
  const ids = { quote: useId(), slot: useId() }
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const start = taken.text.indexOf(taken.quote)
    field.current?.setSelectionRange(start, start + taken.quote.length)
  }, [taken])
  const how = found.capturable.find((each) => each.slot === slot)
  const value = how && valueIn(how, typed)
  return (
    <FormBox
      title={say('capture.title')}
      ok={say('case.keep')}
      busy={capture.isPending}
      ready={value !== undefined}
      cancel={close}
      submit={() => capture.mutate({ slot, value, seq: taken.seq, quote: quote.slice(0, 500) })}
    >
      <label htmlFor={ids.quote}>{say('capture.words')}</label>
      <textarea
        id={ids.quote}
        ref={field}
        readOnly
        rows={3}
        className="plain-field words-field"
        value={taken.text}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => {
          const chosen = taken.text.slice(selectionStart, selectionEnd)
          if (chosen.trim() !== '') setQuote(chosen)
        }}
      />
      <p className="soft" role="status">
        {say('capture.quote', { quote: short(quote) })}
      </p>
      <label htmlFor={ids.slot}>{say('capture.slot')}</label>
      <Select
        id={ids.slot}
        showSearch={{ optionFilterProp: 'label' }}
        value={slot || null}
        onChange={(next: string) => {
          setSlot(next)
          setTyped(guessed(found.capturable.find((each) => each.slot === next)?.kind, quote))
        }}
        options={found.capturable.map((each) => ({ value: each.slot, label: each.label }))}
      />
      {how && <CaptureValue how={how} typed={typed} change={setTyped} />}
    </FormBox>
  )
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
