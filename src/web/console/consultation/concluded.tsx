import type { ConsultationView } from '../../../core/contract/office/consultation.ts'
import { say } from './texts.ts'

type Props = {
  readonly one: ConsultationView
  readonly conclusion: NonNullable<ConsultationView['conclusion']>
}

/** What came of the conference; who was against it is heard, too. */
export function Concluded({ one, conclusion }: Props) {
  const { votes, dissent, measure } = conclusion
  return (
    <section className="plan-card" aria-label={say('conclude.title')}>
      <h2>{say('conclude.title')}</h2>
      <p>{conclusion.words}</p>
      <p>{say('conclude.measure_said', { words: measure.words, day: measure.dueOn })}</p>
      <p>{say('conclude.votes', { yes: votes.for, no: votes.against, none: votes.abstain })}</p>
      {dissent.length > 0 && (
        <>
          <h3>{say('conclude.dissent')}</h3>
          <ul>
            {dissent.map(({ name, words }) => (
              <li key={`${name} ${words}`}>
                {name} {words}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="soft">
        {say('conclude.said', { on: conclusion.on, by: conclusion.by })}{' '}
        {one.comparable.map((code) => say(`comparable.${code}`)).join(say('comma'))}
      </p>
    </section>
  )
}
