import { useState } from 'react'
import { useNavigate } from 'react-router'
import { say } from '../../shared/texts.ts'
import type { BoxProps } from './case-boxes.tsx'
import { Choice } from './fields.tsx'
import { FormBox } from './form-box.tsx'
import { useCaseDeed } from './use-case-deed.ts'

/** Erases what a case knows of a person, for ever; there is nothing left to look at then. */
export default function EraseBox({ found, close }: BoxProps) {
  const { number, version } = found.case
  const [reason, setReason] = useState('asked')
  const go = useNavigate()
  const deed = useCaseDeed(number, 'erase', () => go('/queue'))
  return (
    <FormBox
      title={say('case.deed.erase')}
      ok={say('case.deed.erase')}
      busy={deed.isPending}
      cancel={close}
      submit={() => deed.mutate({ version, reason })}
    >
      <p>{say('case.erase_means')}</p>
      <Choice list="erase" label={say('box.why')} value={reason} change={setReason} />
    </FormBox>
  )
}
