import { Button, Input } from 'antd'
import { useState } from 'react'
import type { MeasureView } from '../../../core/contract/office/plan.ts'
import { shanghai } from '../../../core/time.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { officePath } from '../api/office.ts'
import { serverNow } from '../api/server-time.ts'
import { CHANGED } from './plan-api.ts'
import { say } from './texts.ts'

type Props = { readonly household: string; readonly measure: MeasureView }

/** A measure of the plan in force: where it stands, and what to do next with it. */
export function MeasureLine({ household, measure }: Props) {
  const [words, setWords] = useState('')
  const step = useDeed(async (which: string) => {
    const { id, version } = measure
    await post(officePath(household, `/measures/${id}/step`), { version, step: which, words })
    setWords('')
  }, CHANGED)
  const steps = STEPS[measure.state] ?? []
  return (
    <li className="plan-work">
      <p>
        <span className="tag">{say(`measure.state.${measure.state}`)}</span> {measure.words}{' '}
        <span className="soft">
          {[measure.who, measure.owner?.name].filter(Boolean).join(' · ')}
        </span>{' '}
        <DueWords measure={measure} />{' '}
        {(measure.open || measure.times > 1) && measure.times > 0 && (
          <span>{say('measure.times', { n: measure.times })}</span>
        )}
      </p>
      {measure.notes.map(({ on, by, words: said }) => (
        <p key={`${on} ${said}`} className="soft">
          {say('measure.note', { on, name: by.name, words: said })}
        </p>
      ))}
      <p className="line">
        {measure.open && (
          <Input
            className="plan-said"
            maxLength={200}
            value={words}
            aria-label={`${say('measure.words_done')} ${measure.words}`}
            placeholder={say('measure.words_done')}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
        {steps.map((which) => (
          <Button
            key={which}
            size="small"
            loading={step.isPending}
            aria-label={say('measure.step_for', {
              ...{ step: say(`measure.step.${which}`), words: measure.words },
            })}
            onClick={() => step.mutate(which)}
          >
            {say(`measure.step.${which}`)}
          </Button>
        ))}
      </p>
    </li>
  )
}

const STEPS: Readonly<Record<string, readonly string[]>> = {
  due: ['start', 'done', 'missed', 'drop'],
  under_way: ['done', 'missed', 'drop'],
  done: [],
  missed: ['again'],
  dropped: ['again'],
}

/** Until when; said to be late in words, too. */
export function DueWords({ measure: { open, dueOn } }: { readonly measure: MeasureView }) {
  if (!open || dueOn === null) return null
  const isLate = dueOn < shanghai(serverNow()).day
  return (
    <span className={isLate ? 'late' : undefined}>
      {say('measure.due_on', { day: dueOn })} {isLate && say('measure.late')}
    </span>
  )
}
