import { useState } from 'react'
import { RHYTHMS, type RhythmName } from '../../../core/casework/follow-up.ts'
import { shanghai } from '../../../core/time.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { officePath } from '../api/office.ts'
import { serverNow } from '../api/server-time.ts'
import { FormBox } from '../case/form-box.tsx'
import { Codes } from '../service/service-box.tsx'
import { say } from '../service/texts.ts'
import { DayField } from './day-field.tsx'
import { WordsField } from './words-field.tsx'

type Props = { readonly household: string; readonly close: () => void }

const CHOICES = ['none', ...(Object.keys(RHYTHMS) as RhythmName[])] as const

/** A follow-up that no rule asks for. */
export function AddBox({ household, close }: Props) {
  const today = shanghai(serverNow()).day
  const [id] = useState(uuid)
  const [day, setDay] = useState(today)
  const [rhythm, setRhythm] = useState<(typeof CHOICES)[number]>('none')
  const [reason, setReason] = useState('')
  const add = useDeed(
    () =>
      post(officePath(household, '/follow-ups'), {
        ...{ id, dueOn: day, reason: reason.trim() },
        rhythm: rhythm === 'none' ? null : rhythm,
      }),
    ['follow-ups'],
  )
  return (
    <FormBox
      title={say('add.title')}
      ok={say('add.ok')}
      busy={add.isPending}
      ready={reason.trim() !== '' && day >= today}
      cancel={close}
      submit={() => add.mutate(undefined, { onSuccess: close })}
    >
      <DayField label={say('add.day')} value={day} min={today} change={setDay} />
      <Codes
        label={say('followup.rhythm')}
        words="rhythms"
        codes={CHOICES}
        value={rhythm}
        change={setRhythm}
      />
      <WordsField label={say('add.why')} value={reason} change={setReason} />
    </FormBox>
  )
}
