import { Link } from 'react-router'
import type { ConsultationView } from '../../../core/contract/office/consultation.ts'
import { say } from './texts.ts'

/** One conference in a list. */
export function ConsultationLine({ one }: { readonly one: ConsultationView }) {
  return (
    <li>
      <Link to={`/consultations/${one.id}`}>
        {one.name ?? say('unknown')} {one.number ?? ''} {one.question ?? say('consult.erased')}
      </Link>{' '}
      <span className="tag">{say(`consult.state.${one.state}`)}</span>{' '}
      <span className="soft">
        {[
          one.street,
          one.owner && say('consult.by', { name: one.owner.name }),
          one.state !== 'concluded' && one.dueOn && say('consult.due', { day: one.dueOn }),
          ...one.comparable.map((code) => say(`comparable.${code}`)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  )
}
