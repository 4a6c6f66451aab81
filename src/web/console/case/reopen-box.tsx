import { useState } from 'react'
import { say } from '../../shared/texts.ts'
import type { BoxProps } from './case-boxes.tsx'
import { Choice, Words } from './fields.tsx'
import { FormBox } from './form-box.tsx'
import { useCaseDeed } from './use-case-deed.ts'

/** Opens a closed case again: it goes back to the queue, with the reason. */
export default function ReopenBox({ found, close }: BoxProps) {
  const { number, version } = found.case
  const [reason, setReason] = useState('came_back')
  const [note, setNote] = useState('')
  const deed = useCaseDeed(number, 'reopen', close)
  return (
    <FormBox
      title={say('case.deed.reopen')}
      ok={say('case.deed.reopen')}
      busy={deed.isPending}
      cancel={close}
      submit={() => deed.mutate({ version, reason, note })}
    >
      <Choice list="reopen" label={say('box.why')} value={reason} change={setReason} />
      <Words value={note} change={setNote} />
    </FormBox>
  )
}
