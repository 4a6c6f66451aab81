import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { AID_REFUSALS, type AidRefusal } from '../../../core/casework/aid.ts'
import { type AidView, useAidStep } from '../api/aid.ts'
import { say } from './texts.ts'

/** A refusal has its reasons; the household is told them, and what may be done against it. */
export function RefuseForm({ aid }: { readonly aid: AidView }) {
  const [reasons, choose] = useState<readonly AidRefusal[]>([])
  const [words, write] = useState('')
  const step = useAidStep(aid)
  const id = useId()
  return (
    <details>
      <summary>{say('refuse.open')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          step.mutate({ act: 'refuse', reasons: [...reasons], words })
        }}
      >
        <span id={`${id}reasons`} className="field-name">
          {say('refuse.reasons')}
        </span>
        <Checkbox.Group
          aria-labelledby={`${id}reasons`}
          value={[...reasons]}
          onChange={(chosen) => choose(chosen as AidRefusal[])}
          options={AID_REFUSALS.map((code) => ({ value: code, label: say(`refusal.${code}`) }))}
        />
        <label htmlFor={id}>{say('refuse.words')}</label>
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={5_000}
          value={words}
          onChange={({ target }) => write(target.value)}
        />
        <Button danger htmlType="submit" disabled={reasons.length === 0} loading={step.isPending}>
          {say('refuse.go')}
        </Button>
      </form>
    </details>
  )
}
