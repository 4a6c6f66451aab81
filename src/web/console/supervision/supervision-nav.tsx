import { NavLink } from 'react-router'
import { say } from './texts.ts'

/** Where records are looked at. */
export const SupervisionNav = () => <NavLink to="/supervision">{say('nav')}</NavLink>
