import { Button, Input, Radio } from 'antd'
import { useId } from 'react'
import type { AssessmentFormView } from '../../../core/contract/office/assessment.ts'
import type { Group } from './arrange.ts'
import { QuestionField } from './question-field.tsx'
import { say } from './texts.ts'
import type { Fill } from './use-fill.ts'
import { pointsText, verdictOf } from './words.ts'

type Props = {
  readonly group: Group
  readonly form: AssessmentFormView
  readonly fill: Fill
}

/** One indicator: what comes out, the questions it looks at, and a person's own word. */
export function IndicatorPart({ group: { indicator, questions }, form, fill }: Props) {
  const { code, name, weight } = indicator
  const result = fill.reckoned.assessment.perIndicator.find((each) => each.code === code)
  const known = new Map(form.answers.map((each) => [each.slot, each]))
  const mine = fill.filling.decided[code]
  const before = form.decided.find((each) => each.code === code)
  return (
    <section className="indicator-part" aria-labelledby={`form-${code}`} data-code={code}>
      <h3 id={`form-${code}`}>
        {name} <span className="verdict">{verdictOf(result?.value ?? null)}</span>{' '}
        <span className="soft">
          {say('points_of', { points: pointsText(result?.points ?? [0]), weight })}
        </span>
      </h3>
      {questions.map((question) => (
        <QuestionField
          key={question.slot}
          question={question}
          known={known.get(question.slot)}
          fill={fill}
        />
      ))}
      {before && !mine && (
        <p className="soft">
          {before.by === null
            ? say('decide.settled')
            : say('decide.by', { by: before.by, reason: before.reason })}
        </p>
      )}
      {mine ? (
        <DecideFields group={{ indicator, questions }} form={form} fill={fill} />
      ) : (
        <Button
          size="small"
          aria-label={say('decide.of', { name })}
          onClick={() => fill.decide(code, result?.value ?? null, '')}
        >
          {say('decide.open')}
        </Button>
      )}
    </section>
  )
}

function DecideFields({ group: { indicator }, fill }: Props) {
  const { code, name } = indicator
  const id = useId()
  const { value = null, reason = '' } = fill.filling.decided[code] ?? {}
  return (
    <div className="decide stack">
      <p className="soft">{say('decide.means')}</p>
      <Radio.Group
        aria-label={say('decide.of', { name })}
        value={value}
        onChange={({ target }) => fill.decide(code, target.value, reason)}
        options={[true, false, null].map((each) => ({ value: each, label: verdictOf(each) }))}
      />
      <label htmlFor={id}>{say('reason_of', { label: name })}</label>
      <Input
        id={id}
        maxLength={200}
        value={reason}
        onChange={({ target }) => fill.decide(code, value, target.value)}
      />
      <Button size="small" onClick={() => fill.undecide(code)}>
        {say('decide.drop')}
      </Button>
    </div>
  )
}
