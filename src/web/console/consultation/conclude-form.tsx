import { Button, Checkbox } from 'antd'
import { useId, useState } from 'react'
import { COMPARABLE } from '../../../core/casework/consultation.ts'
import type { ConsultationView } from '../../../core/contract/office/consultation.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { useMe } from '../api/desk.ts'
import { ChoiceField, DayField, TextField } from '../plan/plain-fields.tsx'
import { CHANGED, consultationPath } from './consultation-api.ts'
import { LongField } from './material-fields.tsx'
import { optionsOf, say } from './texts.ts'

/** Ends the conference: not without a conclusion, somebody who sees to it, and a day. */
export function ConcludeForm({ one }: { readonly one: ConsultationView }) {
  const me = useMe().data
  const [id] = useState(uuid)
  const [words, setWords] = useState('')
  const [what, setWhat] = useState('')
  const [owner, setOwner] = useState('')
  const [dueOn, setDue] = useState<string | null>(null)
  const [comparable, setComparable] = useState<readonly string[]>([])
  const label = useId()
  const conclude = useDeed(
    () =>
      post(consultationPath(one.id, '/conclude'), {
        ...{ version: one.version, words, comparable },
        measure: { id, words: what, owner: owner || me?.id, dueOn },
      }),
    CHANGED,
  )
  const ready = words.trim() !== '' && what.trim() !== '' && dueOn !== null
  const owners = (me?.colleagues ?? []).map(({ id: value, name }) => ({ value, label: name }))
  return (
    <form
      className="plan-card"
      aria-label={say('conclude.title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !conclude.isPending) conclude.mutate()
      }}
    >
      <h2>{say('conclude.title')}</h2>
      <LongField {...{ label: say('conclude.words'), value: words, change: setWords }} />
      <div className="plan-line">
        <TextField
          {...{ label: say('conclude.measure'), wide: true, value: what, change: setWhat }}
        />
        <ChoiceField
          {...{ label: say('conclude.owner'), value: owner || (me?.id ?? ''), change: setOwner }}
          options={owners}
        />
        <DayField {...{ label: say('conclude.due'), value: dueOn, change: setDue }} />
      </div>
      <span id={label} className="field-name">
        {say('conclude.comparable')}
      </span>
      <Checkbox.Group
        aria-labelledby={label}
        role="group"
        value={[...comparable]}
        options={optionsOf('comparable', COMPARABLE)}
        onChange={(chosen) => setComparable(chosen.map(String))}
      />
      <p className="soft">{say('conclude.needs')}</p>
      <p className="line end">
        <Button type="primary" htmlType="submit" loading={conclude.isPending} disabled={!ready}>
          {say('conclude.go')}
        </Button>
      </p>
    </form>
  )
}
