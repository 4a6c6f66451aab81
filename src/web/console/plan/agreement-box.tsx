import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { AGREED, AGREED_BY, type Agreed, type AgreedBy } from '../../../core/casework/plan.ts'
import type { PlanView, WrittenPlan } from '../../../core/contract/office/plan.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { officePath } from '../api/office.ts'
import { leaveReply } from '../case/drafts.ts'
import { AskForm } from './ask-form.tsx'
import { ChoiceField, TextField } from './plain-fields.tsx'
import { plainWords } from './plain-words.ts'
import { CHANGED } from './plan-api.ts'
import { say } from './texts.ts'

type Props = {
  readonly household: string
  readonly number: string | null
  readonly line: PlanView
  readonly plan: WrittenPlan
}

/** Whether the household knows its plan (居民知情), what it said, and a way to tell it. */
export function AgreementBox({ household, number, line, plan }: Props) {
  const [opened, open] = useState<'note' | 'ask' | null>(null)
  const go = useNavigate()
  const { agreement } = line
  return (
    <section aria-label={say('agree.title')} className="plan-agreement">
      <h3>{say('agree.title')}</h3>
      {agreement === null && line.asked === null && <p>{say('agree.none')}</p>}
      {agreement === null && line.asked !== null && (
        <p role="status">{say('agree.asked', { on: line.asked })}</p>
      )}
      {agreement && (
        <p>
          {say('agree.said', {
            ...{ on: agreement.on, by: say(`agree.by.${agreement.by}`) },
            answer: say(`agree.answers.${agreement.answer}`),
          })}{' '}
          {agreement.words !== '' && `「${agreement.words}」`}
        </p>
      )}
      {opened === 'note' && <AgreementForm {...{ household, line }} done={() => open(null)} />}
      {opened === 'ask' && <AskForm {...{ household, line, plan }} done={() => open(null)} />}
      {opened === null && (
        <p className="line">
          <Button onClick={() => open('note')}>{say('agree.note')}</Button>
          {number !== null && <Button onClick={() => open('ask')}>{say('agree.ask')}</Button>}
          {number !== null && (
            <Button
              title={say('agree.tell_hint')}
              onClick={() => {
                leaveReply(number, plainWords(plan))
                void go(`/cases/${number}`)
              }}
            >
              {say('agree.tell')}
            </Button>
          )}
        </p>
      )}
    </section>
  )
}

type FormProps = Pick<Props, 'household' | 'line'> & { readonly done: () => void }

function AgreementForm({ household, line, done }: FormProps) {
  const [by, setBy] = useState<AgreedBy>('in_person')
  const [answer, setAnswer] = useState<Agreed>('yes')
  const [words, setWords] = useState('')
  const agree = useDeed(async () => {
    const how = { version: line.version, by, answer, words: words.trim() }
    await post(officePath(household, `/plans/${line.id}/agreement`), how)
    done()
  }, CHANGED)
  return (
    <form
      aria-label={say('agree.note')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!agree.isPending) agree.mutate()
      }}
    >
      <div className="plan-line">
        <ChoiceField
          {...{ label: say('agree.how'), value: by, change: setBy }}
          options={AGREED_BY.map((value) => ({ value, label: say(`agree.by.${value}`) }))}
        />
        <ChoiceField
          {...{ label: say('agree.answer'), value: answer, change: setAnswer }}
          options={AGREED.map((value) => ({ value, label: say(`agree.answers.${value}`) }))}
        />
        <TextField {...{ label: say('agree.words'), wide: true, value: words, change: setWords }} />
      </div>
      <p className="line">
        <Button type="primary" htmlType="submit" loading={agree.isPending}>
          {say('save')}
        </Button>
        <Button onClick={done}>{say('cancel')}</Button>
      </p>
    </form>
  )
}
