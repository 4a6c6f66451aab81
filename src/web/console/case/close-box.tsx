import { Checkbox } from 'antd'
import { useId, useState } from 'react'
import { addDays, shanghai } from '../../../core/time.ts'
import { say } from '../../shared/texts.ts'
import { serverNow } from '../api/server-time.ts'
import { OpenSubtasks } from '../referrals/open-subtasks.tsx'
import type { BoxProps } from './case-boxes.tsx'
import { Choice, Words } from './fields.tsx'
import { FormBox } from './form-box.tsx'
import { useCaseDeed } from './use-case-deed.ts'

/** Days until somebody looks again, as a proposal: three months after closing (结案后复查). */
const RECHECK = 90

/** Ends a case with an outcome, and a day to look again (结案). */
export default function CloseBox({ found, close }: BoxProps) {
  const { number, version } = found.case
  const today = shanghai(serverNow()).day
  const [outcome, setOutcome] = useState('helped')
  const [note, setNote] = useState('')
  const [recheck, setRecheck] = useState(addDays(today, RECHECK))
  const [tell, setTell] = useState(true)
  const id = useId()
  const end = useCaseDeed(number, 'close', close)
  return (
    <FormBox
      title={say('box.close')}
      ok={say('case.deed.close')}
      busy={end.isPending}
      cancel={close}
      submit={() => end.mutate({ version, outcome, note, recheck: recheck || null, tell })}
    >
      <OpenSubtasks household={found.household.id} number={number} />
      <Choice list="outcome" label={say('box.outcome')} value={outcome} change={setOutcome} />
      <label htmlFor={id}>{say('box.recheck')}</label>
      <input
        id={id}
        type="date"
        className="plain-field"
        min={today}
        value={recheck}
        onChange={({ target }) => setRecheck(target.value)}
      />
      <Words value={note} change={setNote} />
      <Checkbox checked={tell} onChange={({ target }) => setTell(target.checked)}>
        {say('box.tell')}
      </Checkbox>
    </FormBox>
  )
}
