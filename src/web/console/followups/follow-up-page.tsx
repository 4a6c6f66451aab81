import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import type { FollowUpFinished } from '../../../core/contract/office/follow-up.ts'
import { isFailure } from '../../shared/api/call.ts'
import { useFollowUp } from '../api/visits.ts'
import '../household/household.css'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { moment } from '../parts/moment.ts'
import NotHere from '../parts/not-here.tsx'
import { say } from '../service/texts.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { FinishForm } from './finish-form.tsx'
import './visits.css'

export type Finished = z.infer<typeof FollowUpFinished>

/** One follow-up: what is known before, the form, and what follows from it. */
export default function FollowUpPage() {
  const { household = '', id = '' } = useParams()
  const found = useFollowUp(household, id)
  const [finished, finish] = useState<Finished | null>(null)
  usePageTitle(say('form.title'))
  if (finished) return <WhatFollows finished={finished} />
  if (isFailure(found.error) && found.error.status === 404) return <NotHere />
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Loading rows={8} />
  const { followUp, last, answer } = found.data
  return (
    <div className="file-page follow-form">
      <p>
        <Link to="/followups">{say('form.back')}</Link>
      </p>
      <h1>
        {say('form.title')}{' '}
        <Link to={`/households/${household}`}>
          {followUp.household.name ?? say('unknown')} {followUp.household.number}
        </Link>
      </h1>
      <section className="note">
        <h2>{say('form.before')}</h2>
        {answer ? (
          <p>
            {moment(answer.at)} {say(`followup.answer.${answer.how}`)} {answer.words}
          </p>
        ) : (
          <p className="soft">{say('form.asked_none')}</p>
        )}
      </section>
      {last && (
        <p className="soft">
          {say('form.last', { day: last.day ?? '' })} {last.words}
        </p>
      )}
      <FinishForm key={followUp.version} opened={found.data} finished={finish} />
    </div>
  )
}

function WhatFollows({ finished: { followUp, next, worse } }: { readonly finished: Finished }) {
  const list = worse.map((code) => say(`indicators.${code}`)).join('、')
  const { household } = followUp
  return (
    <div className="file-page" role="status">
      <h1>{say('form.done')}</h1>
      {next && <p>{say('form.next_said', { day: next })}</p>}
      {worse.length > 0 && (
        <p className="note">
          {say('form.worse', { list })}{' '}
          <Link to={`/households/${household.id}/assess`}>{say('form.assess')}</Link>
        </p>
      )}
      <p className="line">
        <Link to="/followups">{say('form.back')}</Link>
        <Link to={`/households/${household.id}`}>{say('form.file')}</Link>
      </p>
    </div>
  )
}
