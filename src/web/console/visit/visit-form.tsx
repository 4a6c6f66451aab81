import type { AssessmentFormView } from '../../../core/contract/office/assessment.ts'
import { FormFields, missingIn } from '../assessment/form-fields.tsx'
import { useFill } from '../assessment/use-fill.ts'
import type { VisitDraft } from './draft.ts'
import { say } from './texts.ts'

type Props = {
  readonly form: AssessmentFormView
  readonly draft: VisitDraft
  readonly change: (changes: Partial<VisitDraft>) => void
}

/** The form of the assessment inside a visit; what is missing is said before it is sent. */
export function VisitForm({ form, draft, change }: Props) {
  const fill = useFill(form, draft.filling, (filling) => change({ filling }))
  const missing = missingIn(form, fill)
  return (
    <>
      <FormFields form={form} fill={fill} />
      {missing && <p className="note">{say('missing', { what: missing })}</p>}
    </>
  )
}
