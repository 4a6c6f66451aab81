import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { CheckView } from '../../../core/contract/office/supervision.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { officePath } from '../api/office.ts'
import { say } from './texts.ts'

type Props = { readonly check: CheckView; readonly done: () => void }

/** The author's answer, and new words of the record where they are better. */
export function CorrectForm({ check, done }: Props) {
  const { household, id, version, record } = check
  const [words, setWords] = useState(record?.words ?? '')
  const [answer, setAnswer] = useState('')
  const ids = { words: useId(), answer: useId() }
  const correct = useDeed(
    () =>
      post(officePath(household.id, `/checks/${id}/correct`), {
        ...{ version, answer: answer.trim() },
        words: words.trim() === record?.words ? null : words.trim(),
      }),
    ['supervision'],
  )
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        correct.mutate(undefined, { onSuccess: done })
      }}
    >
      <label htmlFor={ids.words}>{say('correct.words')}</label>
      <Input.TextArea
        id={ids.words}
        rows={3}
        maxLength={500}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <label htmlFor={ids.answer}>{say('correct.answer')}</label>
      <Input
        id={ids.answer}
        maxLength={200}
        value={answer}
        onChange={({ target }) => setAnswer(target.value)}
      />
      <p className="line">
        <Button
          type="primary"
          htmlType="submit"
          disabled={answer.trim() === ''}
          loading={correct.isPending}
        >
          {say('correct.send')}
        </Button>
      </p>
    </form>
  )
}
