import { useSearchParams } from 'react-router'
import { COMPARABLE } from '../../../core/casework/consultation.ts'
import '../household/household.css'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { ChoiceField } from '../plan/plain-fields.tsx'
import '../plan/plan.css'
import { usePageTitle } from '../shell/page-title.ts'
import { useConsultations } from './consultation-api.ts'
import { ConsultationLine } from './consultation-line.tsx'
import { optionsOf, say } from './texts.ts'

const STATES = ['called', 'open', 'concluded'] as const

/** Conferences of the own streets, and those that one was asked to; comparable ones are found by their tag. */
export default function ConsultationsPage() {
  const [asked, ask] = useSearchParams()
  const found = useConsultations(asked)
  usePageTitle(say('consult.title'))
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(asked)
    if (value === '') next.delete(name)
    else next.set(name, value)
    ask(next)
  }
  const every = { value: '', label: say('consult.filter.all') } as const
  return (
    <div className="file-page">
      <h1>{say('consult.title')}</h1>
      <search className="plan-line">
        <ChoiceField<string>
          {...{ label: say('consult.filter.state'), value: asked.get('state') ?? '' }}
          options={[every, ...optionsOf('consult.state', STATES)]}
          change={(value) => set('state', value)}
        />
        <ChoiceField<string>
          {...{ label: say('consult.filter.comparable'), value: asked.get('comparable') ?? '' }}
          options={[every, ...optionsOf('comparable', COMPARABLE)]}
          change={(value) => set('comparable', value)}
        />
      </search>
      {found.isError && <TroubleBox error={found.error} again={() => void found.refetch()} />}
      {found.isLoading && <Loading />}
      {found.data?.consultations.length === 0 && <p role="status">{say('consult.none')}</p>}
      <ul className="file-list">
        {found.data?.consultations.map((one) => (
          <ConsultationLine key={one.id} one={one} />
        ))}
      </ul>
    </div>
  )
}
