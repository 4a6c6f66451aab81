import { Link } from 'react-router'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { useOutside } from '../api/outside.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useStreet } from '../shell/use-street.ts'
import { say } from './texts.ts'

/** What waits for somebody outside, or came back, soonest due first. */
export default function ReferralsPage() {
  const [street] = useStreet()
  const found = useOutside(street)
  usePageTitle(say('title'))
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Loading />
  return (
    <div className="file-page">
      <h1>{say('title')}</h1>
      {found.data.lines.length === 0 && <p>{say('list.none')}</p>}
      <ul className="file-list">
        {found.data.lines.map((line) => (
          <li key={line.id}>
            <span className="tag">{say(`kind.${line.kind}`)}</span>{' '}
            <Link to={`/households/${line.household.id}/outside`}>
              {line.household.name} {line.household.number}
            </Link>{' '}
            {line.to} <span className="tag strong">{say(`state.${line.kind}.${line.state}`)}</span>{' '}
            {line.late && <strong className="late">{say('late')}</strong>}{' '}
            <span className="soft">
              {line.dueOn && say('due', { day: line.dueOn })}{' '}
              {line.owner && say('owner', { name: line.owner.name })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
