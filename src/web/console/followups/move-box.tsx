import { useState } from 'react'
import { RHYTHMS, type RhythmName } from '../../../core/casework/follow-up.ts'
import { shanghai } from '../../../core/time.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { officePath } from '../api/office.ts'
import { serverNow } from '../api/server-time.ts'
import type { FollowUp } from '../api/visits.ts'
import { FormBox } from '../case/form-box.tsx'
import { Codes } from '../service/service-box.tsx'
import { say } from '../service/texts.ts'
import { DayField } from './day-field.tsx'
import { WordsField } from './words-field.tsx'

type Props = { readonly followUp: FollowUp; readonly close: () => void }

const CHOICES = ['keep', ...(Object.keys(RHYTHMS) as RhythmName[])] as const

/** Another day, and another rhythm from then on; never without a reason. */
export function MoveBox({ followUp, close }: Props) {
  const { household, id, version, dueOn } = followUp
  const today = shanghai(serverNow()).day
  const [day, setDay] = useState(dueOn ?? today)
  const [rhythm, setRhythm] = useState<(typeof CHOICES)[number]>('keep')
  const [reason, setReason] = useState('')
  const move = useDeed(
    () =>
      post(officePath(household.id, `/follow-ups/${id}/move`), {
        ...{ version, dueOn: day, reason: reason.trim() },
        rhythm: rhythm === 'keep' ? null : rhythm,
      }),
    ['follow-ups'],
  )
  return (
    <FormBox
      title={say('move.title')}
      ok={say('move.ok')}
      busy={move.isPending}
      ready={reason.trim() !== '' && day >= today}
      cancel={close}
      submit={() => move.mutate(undefined, { onSuccess: close })}
    >
      <DayField label={say('move.day')} value={day} min={today} change={setDay} />
      <Codes
        label={say('move.rhythm')}
        words="rhythms"
        codes={CHOICES}
        value={rhythm}
        change={setRhythm}
      />
      <WordsField label={say('move.why')} value={reason} change={setReason} />
    </FormBox>
  )
}
