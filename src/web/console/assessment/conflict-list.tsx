import { Button } from 'antd'
import type { AssessmentFormView } from '../../../core/contract/office/assessment.ts'
import { wordsOf } from './filling.ts'
import { say } from './texts.ts'
import type { Fill } from './use-fill.ts'

type Props = { readonly form: AssessmentFormView; readonly fill: Fill }

/** 另一个人改了收入: both values, and whose stands. */
export function ConflictList({ form, fill }: Props) {
  const { conflicts, changed, known } = fill.reckoned
  if (conflicts.length === 0) return null
  return (
    <section className="conflicts" role="alert">
      <h3>{say('conflict.title')}</h3>
      <ul>
        {conflicts.map((slot) => {
          const question = form.questions.find((each) => each.slot === slot)
          const words = (value: unknown) => wordsOf(question, value) || say('empty')
          const label = question?.label ?? slot
          return (
            <li key={slot}>
              {say('conflict.line', {
                ...{ label, mine: words(changed[slot]), theirs: words(known[slot]) },
              })}{' '}
              <Button size="small" onClick={() => fill.insist(slot)}>
                {say('conflict.mine')}
              </Button>{' '}
              <Button size="small" onClick={() => fill.undo(slot)}>
                {say('conflict.theirs')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
