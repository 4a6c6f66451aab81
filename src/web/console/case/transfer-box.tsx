import { Checkbox, Select } from 'antd'
import { useId, useState } from 'react'
import { say } from '../../shared/texts.ts'
import { useMe } from '../api/desk.ts'
import { Choice, Words } from './fields.tsx'
import { FormBox } from './form-box.tsx'

export type TransferTo = {
  readonly to: { readonly street: string; readonly person?: string }
  readonly reason: string
  readonly note: string
  readonly parts: readonly string[]
}

type Props = {
  readonly busy: boolean
  readonly cancel: () => void
  readonly transfer: (to: TransferTo) => void
}

/** Where to, to whom, why, and what goes along. It waits until the other street takes it. */
export function TransferBox({ busy, cancel, transfer }: Props) {
  const me = useMe().data
  const [street, setStreet] = useState('')
  const [person, setPerson] = useState('')
  const [reason, setReason] = useState('moved')
  const [note, setNote] = useState('')
  const [parts, setParts] = useState<readonly string[]>(['transcript', 'notes'])
  const ids = { street: useId(), person: useId() }
  const there = me?.colleagues.filter(({ streets }) => streets.includes(street)) ?? []
  return (
    <FormBox
      title={say('transfer.title')}
      ok={say('transfer.offer')}
      busy={busy}
      ready={street !== ''}
      cancel={cancel}
      submit={() => transfer({ to: { street, ...(person && { person }) }, reason, note, parts })}
    >
      <p className="soft">{say('transfer.waits')}</p>
      <label htmlFor={ids.street}>{say('transfer.street')}</label>
      <Select
        id={ids.street}
        showSearch={{ optionFilterProp: 'label' }}
        value={street || null}
        onChange={(code) => {
          setStreet(code)
          setPerson('')
        }}
        options={me?.everyStreet.map(({ code, name }) => ({ value: code, label: name })) ?? []}
      />
      <label htmlFor={ids.person}>{say('transfer.person')}</label>
      <Select
        id={ids.person}
        allowClear
        disabled={there.length === 0}
        value={person || null}
        onChange={(id) => setPerson(id ?? '')}
        options={there.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Choice list="transfer" label={say('box.why')} value={reason} change={setReason} />
      <Checkbox.Group
        aria-label={say('transfer.parts')}
        value={[...parts]}
        onChange={setParts}
        options={me?.lists.transfer_part.map(({ code, label }) => ({ value: code, label })) ?? []}
      />
      <Words value={note} change={setNote} />
    </FormBox>
  )
}
