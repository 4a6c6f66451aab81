import type { Studio } from '../../../work/ports/studio.ts'
import type { App, Gate } from '../parts.ts'
import { carryRoutes } from './carry-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { rehearsalRoutes } from './rehearsal-routes.ts'
import { releaseRoutes } from './release-routes.ts'
import { rightsRoutes } from './rights-routes.ts'
import { usageRoutes } from './usage-routes.ts'

/** What the routes of the studio stand on. */
export type StudioGate = Gate & { readonly studio: Studio }

/** Documents, checks and releases, as JSON under /api/studio. */
export function studioApi(app: App, gate: Gate): void {
  const { studio } = gate
  if (!studio) return
  documentRoutes(app, { ...gate, studio })
  releaseRoutes(app, { ...gate, studio })
  rehearsalRoutes(app, { ...gate, studio })
  usageRoutes(app, { ...gate, studio })
  carryRoutes(app, { ...gate, studio })
  rightsRoutes(app, { ...gate, studio })
}
