import type { App, Gate } from '../parts.ts'
import { householdRoutes } from './household-routes.ts'

/** What advisers do around households, as JSON under /api/office. */
export function officeApi(app: App, gate: Gate): void {
  householdRoutes(app, gate)
}
