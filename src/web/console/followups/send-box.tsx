import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { ReminderSent } from '../../../core/contract/office/reminder.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { FormBox } from '../case/form-box.tsx'
import { moment } from '../parts/moment.ts'
import { HouseholdPicker, type Picked } from '../service/household-picker.tsx'
import { Codes } from '../service/service-box.tsx'
import { say } from '../service/texts.ts'
import { ColleagueField } from './colleague-field.tsx'
import { WordsField } from './words-field.tsx'

type Sent = z.infer<typeof ReminderSent>

/** 发提醒: to a colleague, or to a partner by a link that works once. */
export function SendBox({ close }: { readonly close: () => void }) {
  const [id] = useState(uuid)
  const [picked, pick] = useState<readonly Picked[]>([])
  const [kind, setKind] = useState<'staff' | 'partner'>('staff')
  const [to, setTo] = useState<string | null>(null)
  const [partner, setPartner] = useState('')
  const [words, setWords] = useState('')
  const [sent, setSent] = useState<Sent | null>(null)
  const household = picked[0]?.id
  const send = useDeed(
    () =>
      post<Sent>('/api/office/reminders', {
        ...{ household, id, words: words.trim() },
        to: kind === 'staff' ? to : null,
        partner: kind === 'partner' ? partner.trim() : null,
      }),
    ['reminders'],
  )
  const whom = kind === 'staff' ? to !== null : partner.trim() !== ''
  if (sent?.link) return <LinkBox sent={sent} close={close} />
  return (
    <FormBox
      title={say('reminder.title')}
      ok={say('reminder.ok')}
      busy={send.isPending}
      ready={household !== undefined && whom && words.trim() !== ''}
      cancel={close}
      submit={() =>
        send.mutate(undefined, { onSuccess: (done) => (done.link ? setSent(done) : close()) })
      }
    >
      <HouseholdPicker single picked={picked} pick={pick} />
      <Codes
        label={say('reminder.to')}
        words="reminder"
        codes={['staff', 'partner']}
        value={kind}
        change={setKind}
      />
      {kind === 'staff' ? (
        <ColleagueField label={say('reminder.staff')} value={to} change={setTo} />
      ) : (
        <WordsField
          label={say('reminder.partner_name')}
          value={partner}
          change={setPartner}
          most={60}
        />
      )}
      <WordsField
        label={say('reminder.words')}
        value={words}
        change={setWords}
        rows={3}
        most={500}
      />
      {kind === 'partner' && <p className="soft">{say('reminder.words_help')}</p>}
    </FormBox>
  )
}

function LinkBox({ sent, close }: { readonly sent: Sent; readonly close: () => void }) {
  const { message } = App.useApp()
  const link = `${location.origin}${sent.link}`
  const copy = () =>
    navigator.clipboard?.writeText(link).then(
      () => void message.success(say('reminder.copied')),
      () => {},
    )
  return (
    <FormBox
      title={say('reminder.title')}
      ok={say('reminder.close')}
      busy={false}
      cancel={close}
      submit={close}
    >
      <p>{say('reminder.link', { day: moment(sent.reminder.dueAt) })}</p>
      <Input readOnly aria-label={say('reminder.link_name')} value={link} />
      <Button onClick={() => void copy()}>{say('reminder.copy')}</Button>
    </FormBox>
  )
}
