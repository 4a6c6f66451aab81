import { Button, Input } from 'antd'
import { useId } from 'react'
import type { AssessmentFormView } from '../../../core/contract/office/assessment.ts'
import { CaptureValue } from '../case/capture-value.tsx'
import { type FormQuestion, typedOf } from './filling.ts'
import { say } from './texts.ts'
import type { Fill } from './use-fill.ts'

type Props = {
  readonly question: FormQuestion
  readonly known: AssessmentFormView['answers'][number] | undefined
  readonly fill: Fill
}

/** One question: what is known with its basis, the answer to change, and why. */
export function QuestionField({ question, known, fill }: Props) {
  const { slot, label } = question
  const id = useId()
  const { filling, reckoned } = fill
  const typed = filling.typed[slot] ?? typedOf(known?.value)
  const changed = slot in reckoned.changed
  return (
    <fieldset className="question" data-slot={slot}>
      <legend>{question.question ?? label}</legend>
      {known && (
        <p className="soft basis">
          {say(known.by === null ? 'known' : 'known_by', {
            ...{ basis: say(`basis.${known.basis}`), by: known.by ?? '' },
            text: known.text || String(typedOf(known.value)),
          })}
        </p>
      )}
      <CaptureValue how={question} typed={typed} change={(next) => fill.type(slot, next)} />
      {filling.typed[slot] !== undefined && (
        <p className="line">
          {changed && (
            <>
              <label htmlFor={id}>{say('reason')}</label>
              <Input
                id={id}
                aria-label={say('reason_of', { label })}
                maxLength={200}
                value={filling.reasons[slot] ?? ''}
                placeholder={say('reason_hint')}
                onChange={({ target }) => fill.explain(slot, target.value)}
              />
            </>
          )}
          <Button size="small" onClick={() => fill.undo(slot)}>
            {say('undo')}
          </Button>
        </p>
      )}
    </fieldset>
  )
}
