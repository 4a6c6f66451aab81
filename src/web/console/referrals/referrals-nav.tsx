import { NavLink } from 'react-router'
import { say } from './texts.ts'

export function ReferralsNav() {
  return <NavLink to="/referrals">{say('nav')}</NavLink>
}
