import { NavLink } from 'react-router'
import type { Role } from '../../core/people/role.ts'
import { say } from '../shared/texts.ts'
import { useMe } from './api/desk.ts'
import { OFFICE_SCREENS } from './office-screens.ts'
import { ServiceKey } from './service/service-key.tsx'

/** The lower part of the menu; `s` writes a service record from anywhere. */
export function OfficeNav() {
  return (
    <>
      {OFFICE_SCREENS.map(({ name, links }) => (
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
