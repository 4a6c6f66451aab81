import { Button } from 'antd'
import { useState } from 'react'
import type { PlanView, WrittenPlan } from '../../../core/contract/office/plan.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { officePath } from '../api/office.ts'
import { plainGoals } from './plain-words.ts'
import { CHANGED } from './plan-api.ts'
import { say } from './texts.ts'

type Props = {
  readonly household: string
  readonly line: PlanView
  readonly plan: WrittenPlan
  readonly done: () => void
}

/** What the bot is to tell the household; a person reads it before it goes out. */
export function AskForm({ household, line, plan, done }: Props) {
  const [words, setWords] = useState(() => plainGoals(plan))
  const ask = useDeed(async () => {
    const told = { version: line.version, words: words.trim() }
    await post(officePath(household, `/plans/${line.id}/ask`), told)
    done()
  }, CHANGED)
  return (
    <form
      aria-label={say('agree.ask')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!ask.isPending && words.trim() !== '') ask.mutate()
      }}
    >
      <label className="plan-asked">
        {say('agree.ask_words')}
        <textarea
          className="plain-field"
          rows={9}
          maxLength={5_000}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </label>
      <p className="soft">{say('agree.ask_then')}</p>
      <p className="line">
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {say('agree.ask_send')}
        </Button>
        <Button onClick={done}>{say('cancel')}</Button>
      </p>
    </form>
  )
}
