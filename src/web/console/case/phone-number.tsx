import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { z } from 'zod'
import type { Revealed } from '../../../core/contract/desk/acts.ts'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { say } from '../../shared/texts.ts'
import { useSignal } from '../../shared/use-signal.ts'
import { second } from '../api/server-time.ts'
import type { OpenBox } from './use-box.ts'

type Props = { readonly found: CaseView; readonly open: OpenBox }

/** The number, masked; shown for 60 s to who gives a reason, which is recorded. */
export function PhoneNumber({ found, open }: Props) {
  const { subject, case: row, acts } = found
  const queries = useQueryClient()
  const shown = queries.getQueryData<z.infer<typeof Revealed>>(['phone', row.number])
  const now = useSignal(second)
  if (subject.phone === null) return say('case.unknown')
  if (shown?.phone && Date.parse(shown.hideAt) > now) {
    const left = Math.ceil((Date.parse(shown.hideAt) - now) / 1_000)
    return (
      <>
        <a href={`tel:${shown.phone}`}>{shown.phone}</a>{' '}
        <span className="soft">{say('case.hides_in', { seconds: left })}</span>
      </>
    )
  }
  return (
    <>
      {subject.phone}{' '}
      {acts.includes('reveal') && (
        <Button size="small" onClick={() => open('reveal')}>
          {say('case.reveal')}
        </Button>
      )}
    </>
  )
}
