import { useState } from 'react'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { officePath } from '../api/office.ts'
import type { Reminder } from '../api/reminders.ts'
import { FormBox } from '../case/form-box.tsx'
import { say } from '../service/texts.ts'
import { WordsField } from './words-field.tsx'

type Props = { readonly reminder: Reminder; readonly close: () => void }

/** Takes a reminder back; a link that is out there ends. */
export function CancelBox({ reminder: { household, id, version }, close }: Props) {
  const [reason, setReason] = useState('')
  const cancel = useDeed(
    () =>
      post(officePath(household.id, `/reminders/${id}/cancel`), {
        ...{ version, reason: reason.trim() },
      }),
    ['reminders'],
  )
  return (
    <FormBox
      title={say('reminder.cancel')}
      ok={say('reminder.cancel')}
      busy={cancel.isPending}
      ready={reason.trim() !== ''}
      cancel={close}
      submit={() => cancel.mutate(undefined, { onSuccess: close })}
    >
      <WordsField label={say('add.why')} value={reason} change={setReason} />
    </FormBox>
  )
}
