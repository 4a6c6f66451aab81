import { useState } from 'react'
import { say } from '../../shared/texts.ts'
import type { BoxProps } from './case-boxes.tsx'
import { Choice, Words } from './fields.tsx'
import { FormBox } from './form-box.tsx'
import { useCaseDeed } from './use-case-deed.ts'

/** Puts a case back into the queue (放回待领取), with the reason. */
export default function ReleaseBox({ found, close }: BoxProps) {
  const { number, version } = found.case
  const [reason, setReason] = useState('not_mine')
  const [note, setNote] = useState('')
  const deed = useCaseDeed(number, 'release', close)
  return (
    <FormBox
      title={say('case.deed.release')}
      ok={say('case.deed.release')}
      busy={deed.isPending}
      cancel={close}
      submit={() => deed.mutate({ version, reason, ...(note.trim() && { note }) })}
    >
      <Choice list="release" label={say('box.why')} value={reason} change={setReason} />
      <Words value={note} change={setNote} />
    </FormBox>
  )
}
