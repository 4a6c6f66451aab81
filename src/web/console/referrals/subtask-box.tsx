import { Input } from 'antd'
import { useId, useState } from 'react'
import type { GivenPart } from '../../../core/casework/referral.ts'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { officePath } from '../api/office.ts'
import { type Book, OUTSIDE_CHANGES, type Sent } from '../api/outside.ts'
import { FormBox } from '../case/form-box.tsx'
import { GivenField } from './given-field.tsx'
import { SelectField } from './select-field.tsx'
import { say } from './texts.ts'

/** What a task begins with. */
export type Draft = { readonly department: string; readonly ask: string }

type Props = {
  readonly head: HouseholdView
  readonly book: Book
  readonly draft: Draft
  readonly close: () => void
  readonly sent: (link: string) => void
}

/** Asks an office of the joint help (联合体); its case does not close before it answered. */
export function SubtaskBox({ head, book, draft, close, sent }: Props) {
  const open = head.cases.filter(({ status }) => status !== 'closed' && status !== 'withdrawn')
  const [once] = useState(uuid)
  const [number, pick] = useState(open.at(-1)?.number ?? '')
  const [department, choose] = useState(draft.department)
  const [ask, write] = useState(draft.ask)
  const [parts, give] = useState<readonly GivenPart[]>(['name', 'committee', 'phone'])
  const [dueOn, until] = useState('')
  const id = useId()
  const send = useDeed(
    () =>
      post<Sent>(officePath(head.id, '/subtasks'), {
        ...{ id: once, case: number, department, ask, parts, dueOn: dueOn || null },
      }),
    OUTSIDE_CHANGES,
  )
  return (
    <FormBox
      title={say('send.subtask')}
      ok={say('send.go')}
      busy={send.isPending}
      ready={ask.trim() !== '' && number !== ''}
      cancel={close}
      submit={() => send.mutate(undefined, { onSuccess: ({ link }) => sent(link) })}
    >
      <SelectField
        label={say('send.department')}
        value={department}
        change={choose}
        options={book.departments.map(({ id: value, name, asks }) => {
          return { value, label: `${name}：${asks}` }
        })}
      />
      <SelectField
        label={say('send.case')}
        value={number}
        change={pick}
        options={open.map((each) => ({ value: each.number, label: each.number }))}
      />
      <label htmlFor={`${id}ask`}>{say('send.ask')}</label>
      <Input.TextArea
        id={`${id}ask`}
        rows={3}
        maxLength={5_000}
        value={ask}
        onChange={({ target }) => write(target.value)}
      />
      <GivenField household={head.id} parts={parts} change={give} />
      <label htmlFor={`${id}due`}>{say('send.due')}</label>
      <input
        id={`${id}due`}
        type="date"
        className="plain-field"
        value={dueOn}
        onChange={({ target }) => until(target.value)}
      />
    </FormBox>
  )
}
