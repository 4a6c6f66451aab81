import { NavLink } from 'react-router'
import { say } from './texts.ts'

/** Where the register of advisers is. */
export const RegisterNav = () => <NavLink to="/register">{say('nav')}</NavLink>
