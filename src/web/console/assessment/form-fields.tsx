import { Input } from 'antd'
import { useId, useMemo } from 'react'
import type { Model } from '../../../core/assessment/model.ts'
import type { AssessmentFormView } from '../../../core/contract/office/assessment.ts'
import { arrange } from './arrange.ts'
import './assessment.css'
import { CompareTable } from './compare-table.tsx'
import { ConflictList } from './conflict-list.tsx'
import { IndicatorPart } from './indicator-part.tsx'
import { LiveGrade } from './live-grade.tsx'
import { say } from './texts.ts'
import type { Fill } from './use-fill.ts'

type Props = { readonly form: AssessmentFormView; readonly fill: Fill }

/** All ten indicators with their questions; the grade moves with each answer. */
export function FormFields({ form, fill }: Props) {
  const groups = useMemo(() => arrange(form), [form])
  const id = useId()
  return (
    <div className="assessment-form">
      {form.reasons.length > 0 && (
        <p className="note">
          <b>{say('reasons.title')}</b>{' '}
          {form.reasons.map((reason) => say(`reasons.${reason}`)).join(say('and'))}
        </p>
      )}
      <LiveGrade assessment={fill.reckoned.assessment} model={form.model as Model} />
      <ConflictList form={form} fill={fill} />
      {groups.map((group) => (
        <IndicatorPart key={group.indicator.code} group={group} form={form} fill={fill} />
      ))}
      <CompareTable form={form} fill={fill} />
      <label htmlFor={id}>{say('note')}</label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={5_000}
        value={fill.filling.note}
        onChange={({ target }) => fill.note(target.value)}
      />
    </div>
  )
}

/** What still keeps the form from being confirmed, in words; empty when nothing does. */
export function missingIn(form: AssessmentFormView, { reckoned }: Fill): string {
  const labelOf = (key: string) =>
    form.questions.find(({ slot }) => slot === key)?.label ??
    (form.model as Model).indicators.find(({ code }) => code === key)?.name ??
    key
  return [
    ...reckoned.unread.map((slot) => say('missing_value', { label: labelOf(slot) })),
    ...reckoned.unexplained.map((key) => say('missing_reason', { label: labelOf(key) })),
  ].join(say('and'))
}
