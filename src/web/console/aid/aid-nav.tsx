import { NavLink } from 'react-router'
import { say } from './texts.ts'

export function AidNav() {
  return <NavLink to="/aid">{say('nav')}</NavLink>
}
