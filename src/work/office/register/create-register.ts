import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { Register } from '../../ports/register.ts'
import type { OfficeParts } from '../parts.ts'
import { withHeads } from '../with-heads.ts'

type RegisterParts = Pick<OfficeParts, 'files' | 'now' | 'register'>

/** Register of advisers and the households that are helped first. */
export function createRegister({ files, now, register }: RegisterParts): Register {
  return {
    read: async (staff, ask) => {
      const advisers = await register.advisers(staff, ask)
      const marks = await files.findRecords(staff, { kinds: ['key_household'], open: true })
      const lines = await withHeads(files, staff, marks)
      const households = lines.map(({ record }) => record.household)
      const helps = await register.helpsOf(staff, households, ask)
      const keys = lines.map((line) => ({ ...line, helps: helps.get(line.record.household) ?? 0 }))
      return { advisers, keys }
    },
    setRegistered: async (staff, adviser, what) => {
      mustLead(staff)
      const today = shanghai(now()).day
      if (what.on !== null && what.on > today) throw problem('bad_request', { field: 'on' })
      const known = await register.advisers(staff, { from: today, to: today })
      const found = known.find(({ id }) => id === adviser)
      if (!found || !seesAny(staff, found.streets)) throw problem('not_found', { staff: adviser })
      await register.setRegistered(staff, adviser, what)
    },
    markHousehold: async (staff, household, { id, adviser, why }) => {
      const marks = await files.listRecords(staff, household, ['key_household'])
      const open = marks.find((each) => each.open && each.id !== id)
      if (open) throw problem('stale', { record: open.id })
      return files.addRecord(staff, household, {
        ...{ id, kind: 'key_household', owner: adviser, day: shanghai(now()).day },
        body: { why },
      })
    },
    endMark: (staff, household, { id, version, reason }) =>
      files.changeRecord(staff, household, id, version, {
        ...{ state: 'ended', body: { why: reason } },
      }),
  }
}

function mustLead({ role }: Staff): void {
  if (role !== 'supervisor' && role !== 'district' && role !== 'admin') throw problem('not_allowed')
}

const seesAny = ({ role, streets }: Staff, theirs: readonly string[]) =>
  role !== 'supervisor' || theirs.some((street) => streets.includes(street))
