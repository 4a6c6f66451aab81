import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Town } from '../../../core/routing/town.ts'
import type { PettyCash } from '../../ports/petty-cash.ts'

/** Who may open, limit and fill accounts: who leads a street, the district, the admin; never who pays daily. */
const runsCash = ({ role }: Staff): boolean =>
  role === 'supervisor' || role === 'district' || role === 'admin'

/** The petty cash with these rules; accounts are those of committees that are known. */
export function guardCash(cash: PettyCash, town: () => Town): PettyCash {
  const mustRun = (staff: Staff) => {
    if (!runsCash(staff)) throw problem('not_allowed')
  }
  return {
    ...cash,
    setLimit: async (staff, at, limit) => {
      mustRun(staff)
      const known = town().places.committees.has(at.committee)
      if (!known || !at.committee.startsWith(at.street)) {
        throw problem('not_found', { account: at.committee })
      }
      return cash.setLimit(staff, at, limit)
    },
    topUp: async (staff, committee, line) => {
      mustRun(staff)
      return cash.topUp(staff, committee, line)
    },
    pay: async (staff, payment) => {
      if (staff.role === 'auditor') throw problem('not_allowed')
      return cash.pay(staff, payment)
    },
  }
}
