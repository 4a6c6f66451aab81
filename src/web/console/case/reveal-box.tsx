import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { Revealed } from '../../../core/contract/desk/acts.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { say } from '../../shared/texts.ts'
import type { BoxProps } from './case-boxes.tsx'
import { Choice } from './fields.tsx'
import { FormBox } from './form-box.tsx'

/** Milliseconds for which the whole number is kept in memory; the house says the same. */
const SHOWN = 60_000

/** Shows the phone number for a minute, to who says why. It is recorded. */
export default function RevealBox({ found, close }: BoxProps) {
  const { number } = found.case
  const queries = useQueryClient()
  const [reason, setReason] = useState('call')
  const reveal = useDeed(async () => {
    const path = `/api/desk/cases/${number}/reveal`
    const shown = await post<z.infer<typeof Revealed>>(path, { reason })
    queries.setQueryDefaults(['phone', number], { gcTime: SHOWN })
    queries.setQueryData(['phone', number], shown)
    close()
  }, [])
  return (
    <FormBox
      title={say('case.reveal')}
      ok={say('case.reveal')}
      busy={reveal.isPending}
      cancel={close}
      submit={() => reveal.mutate()}
    >
      <p className="soft">{say('case.reveal_means')}</p>
      <Choice list="reveal" label={say('box.why')} value={reason} change={setReason} />
    </FormBox>
  )
}
