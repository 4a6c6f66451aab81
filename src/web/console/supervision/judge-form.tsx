import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { CheckView } from '../../../core/contract/office/supervision.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { officePath } from '../api/office.ts'
import { say } from './texts.ts'

type Props = { readonly check: CheckView; readonly done: () => void }

/** A score and a comment: it passes, or goes back to its author. */
export function JudgeForm({ check, done }: Props) {
  const { household, id, version } = check
  const [score, setScore] = useState('')
  const [comment, setComment] = useState('')
  const ids = { score: useId(), comment: useId() }
  const judge = useDeed(
    (pass: boolean) =>
      post(officePath(household.id, `/checks/${id}/judge`), {
        ...{ version, pass, score: Number(score), comment: comment.trim(), dueOn: null },
      }),
    ['supervision'],
  )
  const scored = /^\d{1,3}$/.test(score) && Number(score) <= 100
  const settle = (pass: boolean) => judge.mutate(pass, { onSuccess: done })
  return (
    <form className="stack judge-form" onSubmit={(event) => event.preventDefault()}>
      <label htmlFor={ids.score}>{say('judge.score')}</label>
      <Input
        id={ids.score}
        inputMode="numeric"
        autoFocus
        value={score}
        onChange={({ target }) => setScore(target.value)}
      />
      <label htmlFor={ids.comment}>{say('judge.comment')}</label>
      <Input
        id={ids.comment}
        maxLength={200}
        value={comment}
        placeholder={say('judge.needs')}
        onChange={({ target }) => setComment(target.value)}
      />
      <p className="line">
        <Button
          type="primary"
          disabled={!scored}
          loading={judge.isPending}
          onClick={() => settle(true)}
        >
          {say('judge.pass')}
        </Button>
        <Button
          danger
          disabled={!scored || comment.trim() === ''}
          loading={judge.isPending}
          onClick={() => settle(false)}
        >
          {say('judge.return')}
        </Button>
      </p>
    </form>
  )
}
