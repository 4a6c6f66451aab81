import { useState } from 'react'
import { say } from '../../shared/texts.ts'
import type { BoxProps } from './case-boxes.tsx'
import { Choice, Words } from './fields.tsx'
import { FormBox } from './form-box.tsx'
import { useCaseDeed } from './use-case-deed.ts'

/** Sends an offered case back, with the reason. */
export default function DeclineBox({ found, close }: BoxProps) {
  const { number, version } = found.case
  const [reason, setReason] = useState('not_ours')
  const [note, setNote] = useState('')
  const decline = useCaseDeed(number, 'transfer/decline', close)
  return (
    <FormBox
      title={say('transfer.decline')}
      ok={say('transfer.decline')}
      busy={decline.isPending}
      cancel={close}
      submit={() => decline.mutate({ version, reason, note })}
    >
      <Choice list="decline" label={say('box.why')} value={reason} change={setReason} />
      <Words value={note} change={setNote} />
    </FormBox>
  )
}
