import { complaintDue } from '../../../core/casework/complaint.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { ComplaintRoom } from '../../ports/complaints.ts'
import type { OfficeParts } from '../parts.ts'

type Parts = Pick<OfficeParts, 'complaints' | 'now' | 'announce'>

/** Anybody may bring a complaint (投诉); only those who lead read and answer it. */
export function createComplaints(parts: Parts): ComplaintRoom {
  const { complaints, now, announce } = parts
  const mustLead = (staff: Staff) => {
    if (staff.role === 'adviser' || staff.role === 'auditor') throw problem('not_allowed')
  }
  return {
    bring: async (staff, household, what) => {
      const dueOn = complaintDue(now())
      await complaints.bring(staff, household, { ...what, dueOn })
      announce({ about: 'notices', district: staff.district })
      return dueOn
    },
    list: async (staff) => {
      mustLead(staff)
      return complaints.list(staff)
    },
    settle: async (staff, id, version, how) => {
      mustLead(staff)
      await complaints.settle(staff, id, version, how)
    },
  }
}
