import { Link } from 'react-router'
import { useConsultationsOf } from './consultation-api.ts'
import { ConsultationLine } from './consultation-line.tsx'
import { say } from './texts.ts'

/** The conferences of one household, and the way to call another. */
export function ConsultationsOfHome({ household }: { readonly household: string }) {
  const found = useConsultationsOf(household)
  return (
    <section aria-label={say('consult.of_home')}>
      <h2>{say('consult.of_home')}</h2>
      <ul className="file-list">
        {found.data?.consultations.map((one) => (
          <ConsultationLine key={one.id} one={one} />
        ))}
      </ul>
      <p>
        <Link to={`/consultations/call/${household}`}>{say('consult.call')}</Link>
      </p>
    </section>
  )
}
