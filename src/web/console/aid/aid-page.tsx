import { Link, Navigate, useParams } from 'react-router'
import { isFailure } from '../../shared/api/call.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { type AidView, useAid, useAidsOf } from '../api/aid.ts'
import { useHousehold } from '../api/office.ts'
import { moment } from '../parts/moment.ts'
import NotHere from '../parts/not-here.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import './aid.css'
import { BeginAid } from './begin-aid.tsx'
import { FinishStep } from './finish-step.tsx'
import { FormStep } from './form-step.tsx'
import { PapersStep } from './papers-step.tsx'
import { PayStep } from './pay-step.tsx'
import { RefuseForm } from './refuse-form.tsx'
import { say } from './texts.ts'
import { VerifyStep } from './verify-step.tsx'

/** Urgent aid at the door, on a phone: from who it is to the receipt. `number` of any case of the household. */
export default function AidPage() {
  const { number = '', id: chosen } = useParams()
  const home = useHousehold(number)
  const household = home.data?.id ?? ''
  const all = useAidsOf(household)
  const underWay = all.data?.aids.find(({ state }) => ['begun', 'asked', 'paid'].includes(state))
  const id = chosen ?? ''
  const found = useAid(household, id)
  usePageTitle(say('title'))
  if (isFailure(home.error) && home.error.status === 404) return <NotHere />
  const error = home.error ?? all.error ?? found.error
  if (error) return <TroubleBox error={error} again={() => void found.refetch()} />
  if (!home.data || !all.data) return <Loading />
  if (id === '' && underWay) return <Navigate to={`/visit/aid/${number}/${underWay.id}`} replace />
  return (
    <div className="aid-page">
      <h1>{say('title')}</h1>
      <p>
        <Link to={`/households/${household}`}>
          {home.data.name} {home.data.number}
        </Link>{' '}
        <span className="soft">{home.data.committee?.name}</span>
      </p>
      {id === '' && <BeginAid household={household} />}
      {id !== '' && !found.data && <Loading />}
      {found.data && <Steps key={found.data.id} aid={found.data} />}
    </div>
  )
}

function Steps({ aid }: { readonly aid: AidView }) {
  const mayRefuse = aid.state === 'begun' || aid.state === 'asked'
  return (
    <>
      <p role="status">
        <span className="tag strong">{say(`state.${aid.state}`)}</span> {say(`cause.${aid.cause}`)}
      </p>
      {aid.words !== '' && <p>{aid.words}</p>}
      <VerifyStep aid={aid} />
      <PapersStep aid={aid} />
      <FormStep aid={aid} />
      {aid.state === 'refused' ? (
        <p>
          <Link to={`/aid/letter/${aid.household.id}/${aid.id}`}>{say('refuse.letter')}</Link>
        </p>
      ) : (
        <>
          <PayStep aid={aid} />
          {(aid.state === 'paid' || aid.state === 'done') && <FinishStep aid={aid} />}
        </>
      )}
      {mayRefuse && <RefuseForm aid={aid} />}
      <section aria-labelledby="aid-history">
        <h2 id="aid-history">{say('history')}</h2>
        <ol>
          {aid.steps.map(({ step, at }) => (
            <li key={step}>
              {say(`step.${step}`)} <span className="soft">{moment(at)}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}
