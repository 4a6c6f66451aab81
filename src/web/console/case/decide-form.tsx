import { Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { say } from '../../shared/texts.ts'
import { useCaseDeed } from './use-case-deed.ts'

type Props = {
  readonly number: string
  readonly code: string
  readonly value: boolean | null
  readonly done: () => void
}

/** Confirms or corrects one indicator, with the reason. The bot's value stays beside it. */
export function DecideForm({ number, code, value, done }: Props) {
  const [chosen, choose] = useState(value)
  const [reason, setReason] = useState('')
  const id = useId()
  const decide = useCaseDeed(number, `indicators/${code}`, done)
  return (
    <form
      className="stack decide"
      onSubmit={(event) => {
        event.preventDefault()
        decide.mutate({ value: chosen, reason: reason.trim() })
      }}
    >
      <Radio.Group
        value={chosen}
        aria-label={say('case.decide')}
        onChange={({ target }) => choose(target.value)}
        options={[
          { value: true, label: say('case.verdict.yes') },
          { value: false, label: say('case.verdict.no') },
          { value: null, label: say('case.verdict.unknown') },
        ]}
      />
      <label htmlFor={id}>{say('box.why')}</label>
      <Input
        id={id}
        required
        autoFocus
        maxLength={5_000}
        value={reason}
        placeholder={say('case.decide_hint')}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="line">
        <Button
          type="primary"
          htmlType="submit"
          loading={decide.isPending}
          disabled={reason.trim() === ''}
        >
          {say('case.keep')}
        </Button>
        <Button onClick={done}>{say('box.cancel')}</Button>
      </p>
    </form>
  )
}
