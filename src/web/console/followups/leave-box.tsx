import { useState } from 'react'
import { addDays, shanghai } from '../../../core/time.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { officePath } from '../api/office.ts'
import { serverNow } from '../api/server-time.ts'
import type { FollowUp } from '../api/visits.ts'
import { FormBox } from '../case/form-box.tsx'
import { Codes } from '../service/service-box.tsx'
import { say } from '../service/texts.ts'
import { DayField } from './day-field.tsx'
import { WordsField } from './words-field.tsx'

type Props = { readonly followUp: FollowUp; readonly close: () => void }

/** Days until somebody tries again, as a proposal. */
const AGAIN = 3

/** Nobody was met, or it is not wanted any more. */
export function LeaveBox({ followUp, close }: Props) {
  const { household, id, version } = followUp
  const tomorrow = addDays(shanghai(serverNow()).day, 1)
  const [state, setState] = useState<'missed' | 'dropped'>('missed')
  const [day, setDay] = useState(addDays(tomorrow, AGAIN - 1))
  const [reason, setReason] = useState('')
  const [nextId] = useState(uuid)
  const leave = useDeed(
    () =>
      post(officePath(household.id, `/follow-ups/${id}/leave`), {
        ...{ version, state, reason: reason.trim() },
        next: state === 'missed' ? { id: nextId, dueOn: day } : null,
      }),
    ['follow-ups'],
  )
  return (
    <FormBox
      title={say('leave.title')}
      ok={say('leave.ok')}
      busy={leave.isPending}
      ready={reason.trim() !== '' && (state === 'dropped' || day >= tomorrow)}
      cancel={close}
      submit={() => leave.mutate(undefined, { onSuccess: close })}
    >
      <Codes
        label={say('leave.title')}
        words="leave"
        codes={['missed', 'dropped']}
        value={state}
        change={setState}
      />
      {state === 'missed' && (
        <DayField label={say('leave.next')} value={day} min={tomorrow} change={setDay} />
      )}
      <WordsField label={say('leave.why')} value={reason} change={setReason} />
    </FormBox>
  )
}
