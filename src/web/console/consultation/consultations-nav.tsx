import { NavLink } from 'react-router'
import { say } from './texts.ts'

/** Where case conferences (救助会诊) are. */
export function ConsultationsNav() {
  return <NavLink to="/consultations">{say('consult.nav')}</NavLink>
}
