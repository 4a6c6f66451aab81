import type { App, Gate } from '../parts.ts'
import { followUpRoutes } from './follow-up-routes.ts'
import { householdRoutes } from './household-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { serviceRoutes } from './service-routes.ts'

/** What advisers do around households, as JSON under /api/office. */
export function officeApi(app: App, gate: Gate): void {
  householdRoutes(app, gate)
  serviceRoutes(app, gate)
  planRoutes(app, gate)
  followUpRoutes(app, gate)
}
