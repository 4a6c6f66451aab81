import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { MaskedPart } from '../../../core/casework/member.ts'
import type { RevealedPart } from '../../../core/contract/office/household-members.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { useSignal } from '../../shared/use-signal.ts'
import { officePath } from '../api/office.ts'
import { second } from '../api/server-time.ts'
import { Choice } from '../case/fields.tsx'
import { FormBox } from '../case/form-box.tsx'
import { say } from './texts.ts'

type Revealed = z.infer<typeof RevealedPart>

type Props = {
  readonly household: string
  /** null = who first asked. */
  readonly member: string | null
  readonly part: MaskedPart
  readonly masked: string | null
}

/** A masked number; whole for 60 s to who says why, which is recorded. */
export function HiddenPart({ household, member, part, masked }: Props) {
  const [asking, ask] = useState(false)
  const [reason, setReason] = useState('verify')
  const [shown, show] = useState<Revealed | null>(null)
  const now = useSignal(second)
  const reveal = useDeed(async () => {
    const path = officePath(household, '/reveal')
    show(await post<Revealed>(path, { member, part, reason }))
    ask(false)
  }, [])
  if (masked === null) return say('unknown')
  const left = shown ? Math.ceil((Date.parse(shown.hideAt) - now) / 1_000) : 0
  if (shown && left > 0) {
    return (
      <>
        {shown.value ?? say('unknown')}{' '}
        <span className="soft">{say('hidden.hides_in', { seconds: left })}</span>
      </>
    )
  }
  return (
    <>
      {masked}{' '}
      <Button size="small" onClick={() => ask(true)}>
        {say('hidden.show')}
      </Button>
      {asking && (
        <FormBox
          title={say('hidden.show')}
          ok={say('hidden.show')}
          busy={reveal.isPending}
          cancel={() => ask(false)}
          submit={() => reveal.mutate()}
        >
          <p className="soft">{say('hidden.means')}</p>
          <Choice list="reveal" label={say('hidden.why')} value={reason} change={setReason} />
        </FormBox>
      )}
    </>
  )
}
