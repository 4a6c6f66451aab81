import { App, Button } from 'antd'
import type { z } from 'zod'
import type { AssessmentFormView, ConfirmedView } from '../../../core/contract/office/assessment.ts'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import { isFailure, post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { officePath } from '../api/office.ts'
import { filledForm } from './filling.ts'
import { FormFields, missingIn } from './form-fields.tsx'
import { useKeptFilling } from './kept-filling.ts'
import { say } from './texts.ts'
import { useFill } from './use-fill.ts'
import { useForm } from './use-form.ts'
import { gradeText } from './words.ts'

/** 评估表: the questions of the bot as a form; confirming freezes what it says. */
export default function AssessTab({ head }: { readonly head: HouseholdView }) {
  const form = useForm(head.id)
  if (form.isError) return <TroubleBox error={form.error} again={() => void form.refetch()} />
  if (!form.data) return <Loading rows={10} />
  return <Filled key={head.id} form={form.data} />
}

function Filled({ form }: { readonly form: AssessmentFormView }) {
  const { household, number } = form
  const { message } = App.useApp()
  const { filling, keep, clear } = useKeptFilling(household.id)
  const fill = useFill(form, filling, keep)
  const missing = missingIn(form, fill)
  const confirm = useDeed(
    () =>
      post<z.infer<typeof ConfirmedView>>(
        officePath(household.id, '/assessments'),
        filledForm(form, filling, fill.reckoned),
      ),
    ['household', 'case'],
  )
  function submit() {
    confirm.mutate(undefined, {
      onSuccess: (done) => {
        clear()
        const grade = gradeText(done.grade)
        void message.success(say(`done.${done.kind}`, { grade, number: done.number ?? '' }), 6)
      },
      onError: (error) => {
        if (isFailure(error) && error.status === 409) void message.warning(say('stale'), 6)
      },
    })
  }
  return (
    <form
      className="assess-tab"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h2>{say('title')}</h2>
      <div className="line between">
        <p className="soft">{number ? say('intro.case', { number }) : say('intro.again')}</p>
        <a href={`/console/visit/${household.number}`}>{say('visit_link')}</a>
      </div>
      <FormFields form={form} fill={fill} />
      <p className="line">
        <Button
          type="primary"
          htmlType="submit"
          loading={confirm.isPending}
          disabled={missing !== '' || fill.reckoned.conflicts.length > 0}
        >
          {say('confirm')}
        </Button>
        {missing && <span className="note">{say('missing', { what: missing })}</span>}
      </p>
    </form>
  )
}
