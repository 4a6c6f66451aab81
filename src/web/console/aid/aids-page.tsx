import { Link } from 'react-router'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { useAids } from '../api/aid.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useStreet } from '../shell/use-street.ts'
import './aid.css'
import { AidList } from './aid-list.tsx'
import { CashSection } from './cash-section.tsx'
import { say } from './texts.ts'

/** What is under way, how long it takes, and the petty cash. */
export default function AidsPage() {
  const [street] = useStreet()
  const found = useAids(street)
  usePageTitle(say('title'))
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Loading />
  const { aids, times } = found.data
  const known = times.filter(({ median }) => median !== null)
  return (
    <div className="aid-page">
      <h1>{say('title')}</h1>
      <p>
        <Link to="/households">{say('find')}</Link>
      </p>
      <section aria-labelledby="aids-open">
        <h2 id="aids-open">{say('list.open')}</h2>
        {aids.length === 0 && <p>{say('list.none')}</p>}
        <AidList aids={aids} />
      </section>
      <section aria-labelledby="aids-times">
        <h2 id="aids-times">{say('list.times')}</h2>
        {known.length === 0 && <p>{say('list.times_none')}</p>}
        <ul>
          {known.map(({ step, median, count }) => (
            <li key={step}>
              {say(`step.${step}`)} {say('minutes', { minutes: median ?? 0 })}{' '}
              <span className="soft">{say('list.count', { count })}</span>
            </li>
          ))}
        </ul>
      </section>
      <CashSection />
    </div>
  )
}
