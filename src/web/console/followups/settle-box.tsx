import { useState } from 'react'
import { COMPLAINT_RESULTS, type ComplaintResult } from '../../../core/casework/complaint.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import type { Complaint } from '../api/reminders.ts'
import { FormBox } from '../case/form-box.tsx'
import { Codes } from '../service/service-box.tsx'
import { say } from '../service/texts.ts'
import { WordsField } from './words-field.tsx'

type Props = { readonly complaint: Complaint; readonly close: () => void }

/** 答复投诉: whether it was right, and what the resident was told. */
export function SettleBox({ complaint: { id, version }, close }: Props) {
  const [result, setResult] = useState<ComplaintResult>('upheld')
  const [words, setWords] = useState('')
  const settle = useDeed(
    () => post(`/api/office/complaints/${id}/settle`, { version, result, words: words.trim() }),
    ['complaints'],
  )
  return (
    <FormBox
      title={say('complaint.settle_title')}
      ok={say('complaint.settle')}
      busy={settle.isPending}
      ready={words.trim() !== ''}
      cancel={close}
      submit={() => settle.mutate(undefined, { onSuccess: close })}
    >
      <Codes
        label={say('complaint.settle_result')}
        words="results_of_complaint"
        codes={COMPLAINT_RESULTS}
        value={result}
        change={setResult}
      />
      <WordsField
        label={say('complaint.settle_words')}
        value={words}
        change={setWords}
        rows={3}
        most={2_000}
      />
    </FormBox>
  )
}
