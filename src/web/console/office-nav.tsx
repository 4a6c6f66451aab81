import { NavLink } from 'react-router'
import type { Role } from '../../core/people/role.ts'
import { say } from '../shared/texts.ts'
import { say as sayAid } from './aid/texts.ts'
import { useMe } from './api/desk.ts'
import { say as sayConference } from './consultation/texts.ts'
import { say as sayHousehold } from './household/texts.ts'
import { say as sayPlan } from './plan/texts.ts'
import { say as sayReferral } from './referrals/texts.ts'
import { say as sayRegister } from './register/texts.ts'
import { say as sayRoster } from './roster/texts.ts'
import { ServiceKey } from './service/service-key.tsx'
import { say as sayService } from './service/texts.ts'
import { say as saySilent } from './silent/texts.ts'
import { say as sayCheck } from './supervision/texts.ts'

/** Where the work around households is, and what keeps the office running. */
const GROUPS = [
  {
    name: 'nav.households',
    links: [
      ['/households', sayHousehold('nav')],
      ['/followups', sayService('nav.followups')],
      ['/services', sayService('nav.services')],
      ['/plans', sayPlan('across.nav')],
      ['/referrals', sayReferral('nav')],
      ['/aid', sayAid('nav')],
      ['/consultations', sayConference('consult.nav')],
    ],
  },
  {
    name: 'nav.office',
    links: [
      ['/reminders', sayService('nav.reminders')],
      ['/complaints', sayService('nav.complaints')],
      ['/silent', saySilent('nav')],
      ['/supervision', sayCheck('nav')],
      ['/register', sayRegister('nav')],
      ['/roster', sayRoster('nav')],
      ['/phrases', say('nav.phrases')],
    ],
  },
] as const

/** The lower part of the menu; `s` writes a service record from anywhere. */
export function OfficeNav() {
  return (
    <>
      {GROUPS.map(({ name, links }) => (
        <div key={name} className="nav-group">
          <h2>{say(name)}</h2>
          {links.map(([path, label]) => (
            <NavLink key={path} to={path}>
              {label}
            </NavLink>
          ))}
          {name === 'nav.office' && <StudioLink />}
        </div>
      ))}
      <ServiceKey />
    </>
  )
}

/** Another room of the house, for those who may enter it. */
function StudioLink() {
  const role = useMe().data?.role
  const enters = role !== undefined && ENTERS.includes(role)
  return enters ? <a href="/studio/">{say('nav.studio')}</a> : null
}

const ENTERS: readonly Role[] = ['admin', 'district', 'supervisor', 'auditor']
