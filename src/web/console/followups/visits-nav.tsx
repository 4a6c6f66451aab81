import { NavLink } from 'react-router'
import { ServiceKey } from '../service/service-key.tsx'
import { say } from '../service/texts.ts'

/** Where visits and services are; `s` writes a service record from anywhere. */
export function VisitsNav() {
  return (
    <>
      <NavLink to="/followups">{say('nav.followups')}</NavLink>
      <NavLink to="/services">{say('nav.services')}</NavLink>
      <NavLink to="/reminders">{say('nav.reminders')}</NavLink>
      <NavLink to="/complaints">{say('nav.complaints')}</NavLink>
      <ServiceKey />
    </>
  )
}
