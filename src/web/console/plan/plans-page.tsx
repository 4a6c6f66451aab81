import { Link } from 'react-router'
import type { PlansAcrossView } from '../../../core/contract/office/plan.ts'
import { GradeCell } from '../household/grade-word.tsx'
import '../household/household.css'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { DueWords } from './measure-line.tsx'
import { usePlansAcross } from './plan-api.ts'
import { say } from './texts.ts'

/** Plans of all households that somebody has to do something with, and their measures of this week. */
export default function PlansPage() {
  const found = usePlansAcross()
  usePageTitle(say('across.title'))
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Loading />
  const { plans, measures } = found.data
  const waiting = plans.filter(({ plan }) => plan.state === 'submitted')
  const review = plans.filter(({ plan }) => plan.state === 'in_force')
  return (
    <div className="file-page">
      <h1>{say('across.title')}</h1>
      <Plans title={say('across.waiting')} plans={waiting} />
      <Plans title={say('across.review')} plans={review} />
      <section>
        <h2>{say('across.measures')}</h2>
        {measures.length === 0 && <p className="soft">{say('across.nothing')}</p>}
        <ul className="file-list">
          {measures.map(({ measure, at }) => (
            <li key={measure.id}>
              <Where at={at} /> {measure.words}{' '}
              <span className="soft">{measure.owner?.name ?? measure.who}</span>{' '}
              <DueWords measure={measure} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

type PlansProps = { readonly title: string; readonly plans: PlansAcrossView['plans'] }

function Plans({ title, plans }: PlansProps) {
  return (
    <section>
      <h2>{title}</h2>
      {plans.length === 0 && <p className="soft">{say('across.nothing')}</p>}
      <ul className="file-list">
        {plans.map(({ plan, at }) => (
          <li key={plan.id}>
            <Where at={at} /> <GradeCell grade={at.grade} /> {say('plan.phase', { n: plan.phase })}{' '}
            <span className="soft">{plan.plan?.goals.map(({ words }) => words).join('；')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Where({ at }: { readonly at: PlansAcrossView['plans'][number]['at'] }) {
  return (
    <Link to={`/households/${at.household}/plan`}>
      {at.name ?? say('unknown')} {at.number}
    </Link>
  )
}
