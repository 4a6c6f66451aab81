import { Link } from 'react-router'
import { yuan } from '../../shared/money.ts'
import type { AidView } from '../api/aid.ts'
import { say } from './texts.ts'

/** Aids with what is still lacking; late ones say so. */
export function AidList({ aids }: { readonly aids: readonly AidView[] }) {
  return (
    <ul className="file-list">
      {aids.map((aid) => (
        <li key={aid.id}>
          <Link to={`/visit/aid/${aid.household.number}/${aid.id}`}>
            {aid.household.name} {aid.household.number}
          </Link>{' '}
          <span className="tag">{say(`state.${aid.state}`)}</span> {say(`cause.${aid.cause}`)}{' '}
          {aid.amount !== null && say('print.yuan', { amount: yuan(aid.amount) })}{' '}
          {aid.late && <strong className="late">{say('list.late')}</strong>}{' '}
          {aid.state === 'paid' && (
            <span className="soft">
              {aid.dueOn && say('list.due', { day: aid.dueOn })}{' '}
              {aid.missing.length > 0 && say('list.missing', { count: aid.missing.length })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
