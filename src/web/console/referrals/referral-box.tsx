import { Input } from 'antd'
import { useId, useState } from 'react'
import { CONSENT_WAYS, type GivenPart } from '../../../core/casework/referral.ts'
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

type Props = {
  readonly head: HouseholdView
  readonly book: Book
  readonly close: () => void
  readonly sent: (link: string) => void
}

/** Hands the household to a partner, with the consent to what is told. */
export function ReferralBox({ head, book, close, sent }: Props) {
  const [once] = useState(uuid)
  const [partner, choose] = useState(book.partners[0]?.id ?? '')
  const [ask, write] = useState('')
  const [parts, give] = useState<readonly GivenPart[]>(['name', 'committee'])
  const [way, agree] = useState<string>('in_person')
  const [words, note] = useState('')
  const id = useId()
  const send = useDeed(
    () =>
      post<Sent>(officePath(head.id, '/referrals'), {
        ...{ id: once, partner, ask, parts, consent: { way, words } },
      }),
    OUTSIDE_CHANGES,
  )
  return (
    <FormBox
      title={say('send.referral')}
      ok={say('send.go')}
      busy={send.isPending}
      ready={ask.trim() !== '' && words.trim() !== '' && partner !== ''}
      cancel={close}
      submit={() => send.mutate(undefined, { onSuccess: ({ link }) => sent(link) })}
    >
      <SelectField
        label={say('send.partner')}
        value={partner}
        change={choose}
        options={book.partners.map(({ id: value, name, does }) => {
          return { value, label: `${name}：${does}` }
        })}
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
      <SelectField
        label={say('send.way')}
        value={way}
        change={agree}
        options={CONSENT_WAYS.map((value) => ({ value, label: say(`way.${value}`) }))}
      />
      <label htmlFor={`${id}words`}>{say('send.words')}</label>
      <Input
        id={`${id}words`}
        maxLength={200}
        value={words}
        onChange={({ target }) => note(target.value)}
      />
    </FormBox>
  )
}
