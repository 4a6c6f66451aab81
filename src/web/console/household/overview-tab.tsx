import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import { moment } from '../parts/moment.ts'
import { AlikeBox } from './alike-box.tsx'
import { ContactsPart } from './contacts-part.tsx'
import { ExportBox } from './export-box.tsx'
import { GradeCell } from './grade-word.tsx'
import { say } from './texts.ts'
import { wordOf } from './word-of.ts'

/** 概况: requests, how the household is reached, what it agreed to, other files that look the same. */
export default function OverviewTab({ head }: { readonly head: HouseholdView }) {
  const [exporting, take] = useState(false)
  return (
    <>
      <AlikeBox head={head} />
      <section aria-labelledby="file-cases">
        <h2 id="file-cases">{say('head.cases')}</h2>
        <ul className="file-list">
          {head.cases.map((each) => (
            <li key={each.id}>
              <Link to={`/cases/${each.number}`}>{each.number}</Link>{' '}
              <GradeCell grade={each.grade} /> {wordOf('status', each.status)}{' '}
              <span className="soft">{moment(each.openedAt)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={say('contacts.title')}>
        <ContactsPart head={head} />
      </section>
      <p className="line">
        <Button onClick={() => take(true)}>{say('export.title')}</Button>
        <Link to={`/households/${head.id}/print`}>{say('print.title')}</Link>
      </p>
      {exporting && <ExportBox head={head} close={() => take(false)} />}
    </>
  )
}
