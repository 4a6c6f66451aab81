import type { Me } from '../api/desk.ts'

const LEADS: readonly string[] = ['supervisor', 'district', 'admin']

/** Who writes rosters; for which streets the house itself says. */
export const mayLead = ({ role }: Me): boolean => LEADS.includes(role)

/** Who also writes the crisis duty of the district. */
export const mayLeadDistrict = ({ role }: Me): boolean => role === 'district' || role === 'admin'
