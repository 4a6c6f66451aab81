import { NavLink } from 'react-router'
import { AidNav } from './aid/aid-nav.tsx'
import { ConsultationsNav } from './consultation/consultations-nav.tsx'
import { VisitsNav } from './followups/visits-nav.tsx'
import { say } from './household/texts.ts'
import { PlansNav } from './plan/plans-nav.tsx'
import { ReferralsNav } from './referrals/referrals-nav.tsx'
import { RegisterNav } from './register/register-nav.tsx'
import { SupervisionNav } from './supervision/supervision-nav.tsx'

/** Where the work around households is. */
export function OfficeNav() {
  return (
    <>
      <NavLink to="/households">{say('nav')}</NavLink>
      <VisitsNav />
      <PlansNav />
      <ConsultationsNav />
      <ReferralsNav />
      <AidNav />
      <SupervisionNav />
      <RegisterNav />
    </>
  )
}
