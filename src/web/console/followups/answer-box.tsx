import { useState } from 'react'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { officePath } from '../api/office.ts'
import type { Reminder } from '../api/reminders.ts'
import { FormBox } from '../case/form-box.tsx'
import { Codes } from '../service/service-box.tsx'
import { say } from '../service/texts.ts'
import { WordsField } from './words-field.tsx'

type Props = { readonly reminder: Reminder; readonly close: () => void }

/** 回复: done or not, with a word on it. */
export function AnswerBox({ reminder, close }: Props) {
  const { household, id, version } = reminder
  const [done, setDone] = useState<'answer_done' | 'answer_not_done'>('answer_done')
  const [words, setWords] = useState('')
  const answer = useDeed(
    () =>
      post(officePath(household.id, `/reminders/${id}/answer`), {
        ...{ version, done: done === 'answer_done', words },
      }),
    ['reminders', 'notices'],
  )
  return (
    <FormBox
      title={say('reminder.answer')}
      ok={say('reminder.answer')}
      busy={answer.isPending}
      cancel={close}
      submit={() => answer.mutate(undefined, { onSuccess: close })}
    >
      <p>{reminder.words}</p>
      <Codes
        label={say('reminder.answer')}
        words="reminder"
        codes={['answer_done', 'answer_not_done']}
        value={done}
        change={setDone}
      />
      <WordsField label={say('reminder.answer_words')} value={words} change={setWords} most={500} />
    </FormBox>
  )
}
