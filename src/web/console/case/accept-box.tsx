import { say } from '../../shared/texts.ts'
import type { BoxProps } from './case-boxes.tsx'
import { FormBox } from './form-box.tsx'
import { useCaseDeed } from './use-case-deed.ts'

/** Takes an offered case: from now on it is mine, and the resident is told my name. */
export default function AcceptBox({ found, close }: BoxProps) {
  const { number, version } = found.case
  const accept = useCaseDeed(number, 'transfer/accept', close)
  return (
    <FormBox
      title={say('transfer.accept')}
      ok={say('transfer.accept')}
      busy={accept.isPending}
      cancel={close}
      submit={() => accept.mutate({ version })}
    >
      <p>{say('transfer.accept_means')}</p>
    </FormBox>
  )
}
