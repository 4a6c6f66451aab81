import type { Office } from '../ports/office.ts'
import { createAid } from './aid/create-aid.ts'
import { guardCash } from './aid/guard-cash.ts'
import { createAssessments } from './assessments/create-assessments.ts'
import { createComplaints } from './closing/create-complaints.ts'
import { createConsultations } from './consultations/create-consultations.ts'
import { createFigures } from './figures/create-figures.ts'
import { createFollowUps } from './follow-ups/create-follow-ups.ts'
import { fileReadings } from './households/read-file.ts'
import { createLedgers } from './ledgers/create-ledgers.ts'
import type { OfficeParts } from './parts.ts'
import { createPlans } from './plans/create-plans.ts'
import { createReferrals } from './referrals/create-referrals.ts'
import { createRegister } from './register/create-register.ts'
import { createRegistrations } from './registrations/create-registrations.ts'
import { createReminders } from './reminders/create-reminders.ts'
import { createRoster } from './roster/create-roster.ts'
import { createServices } from './services/create-services.ts'
import { createSubtasks } from './subtasks/create-subtasks.ts'
import { createSupervision } from './supervision/create-supervision.ts'
import { createToday } from './today/read-today.ts'

/** The rooms of the office, each over the same files. */
export function createOffice(parts: OfficeParts): Office {
  const outside = { ...parts, readings: fileReadings(parts) }
  const cash = guardCash(parts.cash, parts.town)
  return {
    households: parts.files,
    file: fileReadings(parts),
    services: createServices(parts),
    reminders: createReminders(parts),
    complaints: createComplaints(parts),
    referrals: createReferrals(outside),
    subtasks: createSubtasks(outside),
    registrations: createRegistrations(outside),
    cash,
    aid: createAid({ ...parts, cash, rules: () => parts.aid }),
    followUps: createFollowUps(parts),
    plans: createPlans(parts),
    consultations: createConsultations(parts),
    assessments: createAssessments(parts),
    supervision: createSupervision(parts),
    register: createRegister(parts),
    ledgers: createLedgers(parts.ledgers),
    figures: createFigures(parts.figures, parts.now),
    roster: createRoster(parts.roster, parts),
    today: createToday({ ...parts, today: parts.day }),
    views: parts.views,
  }
}
