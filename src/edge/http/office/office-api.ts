import type { App, Gate } from '../parts.ts'
import { aidCashRoutes } from './aid-cash-routes.ts'
import { aidRoutes } from './aid-routes.ts'
import { assessmentRoutes } from './assessment-routes.ts'
import { complaintRoutes } from './complaint-routes.ts'
import { consultationRoutes } from './consultation-routes.ts'
import { figureRoutes } from './figure-routes.ts'
import { followUpRoutes } from './follow-up-routes.ts'
import { householdRoutes } from './household-routes.ts'
import { ledgerRoutes } from './ledger-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { formalRoutes } from './referral-formal-routes.ts'
import { linkPages } from './referral-link-routes.ts'
import { referralRoutes } from './referral-routes.ts'
import { registerRoutes } from './register-routes.ts'
import { reminderPages } from './reminder-page.ts'
import { reminderRoutes } from './reminder-routes.ts'
import { rosterRoutes } from './roster-routes.ts'
import { serviceRoutes } from './service-routes.ts'
import { subtaskRoutes } from './subtask-routes.ts'
import { supervisionRoutes } from './supervision-routes.ts'
import { todayRoutes } from './today-routes.ts'
import { viewsRoutes } from './views-routes.ts'
import { visitWorker } from './visit-worker.ts'

/** What advisers do around households, as JSON under /api/office. */
export function officeApi(app: App, gate: Gate): void {
  householdRoutes(app, gate)
  serviceRoutes(app, gate)
  reminderRoutes(app, gate)
  reminderPages(app, gate)
  complaintRoutes(app, gate)
  planRoutes(app, gate)
  consultationRoutes(app, gate)
  followUpRoutes(app, gate)
  assessmentRoutes(app, gate)
  supervisionRoutes(app, gate)
  registerRoutes(app, gate)
  ledgerRoutes(app, gate)
  figureRoutes(app, gate)
  visitWorker(app, gate)
  rosterRoutes(app, gate)
  todayRoutes(app, gate)
  viewsRoutes(app, gate)
  referralRoutes(app, gate)
  subtaskRoutes(app, gate)
  formalRoutes(app, gate)
  aidRoutes(app, gate)
  aidCashRoutes(app, gate)
  linkPages(app, gate)
}
