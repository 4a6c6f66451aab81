import { NavLink } from 'react-router'
import { ConsultationsNav } from './consultation/consultations-nav.tsx'
import { VisitsNav } from './followups/visits-nav.tsx'
import { say } from './household/texts.ts'
import { PlansNav } from './plan/plans-nav.tsx'

/** Where the work around households is. */
export function OfficeNav() {
  return (
    <>
      <NavLink to="/households">{say('nav')}</NavLink>
      <VisitsNav />
      <PlansNav />
      <ConsultationsNav />
    </>
  )
}
