import type { App, Gate } from '../parts.ts'
import { householdRoutes } from './household-routes.ts'
import { serviceRoutes } from './service-routes.ts'

/** What advisers do around households, as JSON under /api/office. */
export function officeApi(app: App, gate: Gate): void {
  householdRoutes(app, gate)
  serviceRoutes(app, gate)
}
