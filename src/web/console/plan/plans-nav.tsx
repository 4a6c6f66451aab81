import { NavLink } from 'react-router'
import { say } from './texts.ts'

/** Where plans that somebody has to do something with are. */
export function PlansNav() {
  return <NavLink to="/plans">{say('across.nav')}</NavLink>
}
