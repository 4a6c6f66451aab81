import { Link } from 'react-router'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import { moment } from '../parts/moment.ts'
import { GradeCell } from './grade-word.tsx'
import { say } from './texts.ts'

/** 概况: the requests of this household. */
export default function OverviewTab({ head }: { readonly head: HouseholdView }) {
  return (
    <section aria-labelledby="file-cases">
      <h2 id="file-cases">{say('head.cases')}</h2>
      <ul className="file-list">
        {head.cases.map((each) => (
          <li key={each.id}>
            <Link to={`/cases/${each.number}`}>{each.number}</Link> <GradeCell grade={each.grade} />{' '}
            <span className="soft">{moment(each.openedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
