import { useState } from 'react'
import { SUBTASK_RESULTS } from '../../../core/casework/subtask.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { officePath } from '../api/office.ts'
import { OUTSIDE_CHANGES, type Outside } from '../api/outside.ts'
import { Words } from '../case/fields.tsx'
import { FormBox } from '../case/form-box.tsx'
import { SelectField } from './select-field.tsx'
import { say } from './texts.ts'

type Props = { readonly line: Outside; readonly close: () => void }

/** What an office said on the phone or on paper. */
export function AnswerBox({ line, close }: Props) {
  const [result, choose] = useState<string>('done')
  const [words, write] = useState('')
  const { version } = line
  const path = officePath(line.household.id, `/subtasks/${line.id}/answer`)
  const save = useDeed(() => post(path, { version, result, words }), OUTSIDE_CHANGES)
  return (
    <FormBox
      title={`${say('deed.answer')} ${line.to}`}
      ok={say('deed.save')}
      busy={save.isPending}
      ready={words.trim() !== ''}
      cancel={close}
      submit={() => save.mutate(undefined, { onSuccess: close })}
    >
      <SelectField
        label={say('deed.answer_result')}
        value={result}
        change={choose}
        options={SUBTASK_RESULTS.map((value) => ({ value, label: say(`result.${value}`) }))}
      />
      <Words label={say('deed.answer_words')} value={words} change={write} />
    </FormBox>
  )
}

export function WithdrawBox({ line, close }: Props) {
  const [why, write] = useState('')
  const { version } = line
  const path = officePath(line.household.id, `/referrals/${line.id}/withdraw`)
  const save = useDeed(() => post(path, { version, why: why.slice(0, 200) }), OUTSIDE_CHANGES)
  return (
    <FormBox
      title={`${say('deed.withdraw')} ${line.to}`}
      ok={say('deed.withdraw')}
      busy={save.isPending}
      ready={why.trim() !== ''}
      cancel={close}
      submit={() => save.mutate(undefined, { onSuccess: close })}
    >
      <Words label={say('deed.withdraw_why')} value={why} change={write} />
    </FormBox>
  )
}
