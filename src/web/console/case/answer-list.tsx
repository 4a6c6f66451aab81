import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { say } from '../../shared/texts.ts'
import { useMark } from './mark.ts'

/** What was asked and answered, with where it comes from; a click leads to the message. */
export function AnswerList({ answers }: Pick<CaseView, 'answers'>) {
  const { show } = useMark()
  if (answers.length === 0) return <p className="soft">{say('case.no_answers')}</p>
  return (
    <details className="answers">
      <summary>{say('case.answers', { count: answers.length })}</summary>
      <dl className="facts-list">
        {answers.map(({ slot, question, reads, basisLabel, seq, captured }) => (
          <div key={slot}>
            <dt>{question}</dt>
            <dd>
              {captured && (
                <p>
                  <b>{captured.reads}</b> <span className="tag">{captured.by}</span>
                </p>
              )}
              {seq === null ? (
                reads
              ) : (
                <button type="button" className="as-link" onClick={() => show({ seq, span: null })}>
                  {reads === '' ? basisLabel : reads}
                </button>
              )}{' '}
              <span className="soft">{basisLabel}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
