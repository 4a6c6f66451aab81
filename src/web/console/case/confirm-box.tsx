import { useState } from 'react'
import { say } from '../../shared/texts.ts'
import { pointsWords } from '../queue/grade-cell.tsx'
import type { BoxProps } from './case-boxes.tsx'
import { Words } from './fields.tsx'
import { FormBox } from './form-box.tsx'
import { useCaseDeed } from './use-case-deed.ts'

/** Confirms the assessment: it is frozen with its model, whatever changes later. */
export default function ConfirmBox({ found, close }: BoxProps) {
  const { number, version } = found.case
  const { now, firstPass } = found.assessment
  const [note, setNote] = useState('')
  const confirm = useCaseDeed(number, 'confirm', close)
  const shown = now ?? firstPass
  return (
    <FormBox
      title={say('case.confirm')}
      ok={say('case.confirm')}
      busy={confirm.isPending}
      cancel={close}
      submit={() => confirm.mutate({ version, note })}
    >
      {shown && (
        <p>
          <b>{shown.gradeLabel}</b> {pointsWords(shown.points)}
        </p>
      )}
      <p className="soft">{say('case.confirm_means')}</p>
      <Words value={note} change={setNote} />
    </FormBox>
  )
}
