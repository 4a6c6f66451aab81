import { Link, useParams } from 'react-router'
import type { ConsultationView } from '../../../core/contract/office/consultation.ts'
import { isFailure } from '../../shared/api/call.ts'
import '../household/household.css'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import NotHere from '../parts/not-here.tsx'
import '../plan/plan.css'
import { say as sayPlan } from '../plan/texts.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { ConcludeForm } from './conclude-form.tsx'
import { Concluded } from './concluded.tsx'
import { useConsultation } from './consultation-api.ts'
import { MeetingForm } from './meeting-form.tsx'
import { Opinions } from './opinions.tsx'
import { say } from './texts.ts'

/** One conference (救助会诊): the question, what is known, what each thinks, and what came of it. */
export default function ConsultationPage() {
  const { id = '' } = useParams()
  const found = useConsultation(id)
  usePageTitle(say('consult.title'))
  if (isFailure(found.error) && found.error.status === 404) return <NotHere />
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Loading />
  const one = found.data
  const mayHold = !one.beyond && one.question !== null && one.state !== 'concluded'
  return (
    <div className="file-page stack">
      <Head one={one} />
      {one.question !== null && <Opinions one={one} />}
      {!mayHold && <Materials one={one} />}
      {!mayHold && one.minutes !== '' && (
        <section>
          <h2>{say('minutes.title')}</h2>
          <p>{one.minutes}</p>
        </section>
      )}
      {mayHold && <MeetingForm key={one.id} one={one} />}
      {mayHold && one.state === 'open' && <ConcludeForm one={one} />}
      {one.conclusion && <Concluded one={one} conclusion={one.conclusion} />}
    </div>
  )
}

function Head({ one }: { readonly one: ConsultationView }) {
  const { facts } = one
  return (
    <header>
      <h1>
        {say('consult.title')}{' '}
        <span className="tag strong">{say(`consult.state.${one.state}`)}</span>
      </h1>
      <p className="soft">
        {[
          one.name,
          one.number,
          one.street,
          one.owner && say('consult.by', { name: one.owner.name }),
          one.dueOn && say('consult.due', { day: one.dueOn }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {one.household && (
        <p>
          <Link to={`/households/${one.household}/plan`}>{say('consult.back')}</Link>
        </p>
      )}
      {one.beyond && <p className="note">{say('consult.beyond')}</p>}
      <h2>{say('consult.question')}</h2>
      <p>{one.question ?? say('consult.erased')}</p>
      {facts && (
        <>
          <h2>{say('consult.facts')}</h2>
          <p>
            {say('consult.facts_say', {
              grade: say(`grade.${facts.grade ?? 'open'}`),
              needs: facts.needs.map((need) => sayPlan(`need.${need}`)).join(say('comma')),
            })}
            {!facts.confirmed && say('consult.unconfirmed')}
          </p>
        </>
      )}
    </header>
  )
}

function Materials({ one }: { readonly one: ConsultationView }) {
  return (
    <section>
      <h2>{say('material.title')}</h2>
      {one.materials.length === 0 && <p className="soft">{say('material.none')}</p>}
      {one.materials.map(({ id, title, words }) => (
        <article key={id}>
          <h3>{title}</h3>
          <p>{words}</p>
        </article>
      ))}
    </section>
  )
}
