import type { App, Gate } from '../parts.ts'
import { attachRoutes } from './attach-routes.ts'
import { caseRoutes } from './case-routes.ts'
import { meRoutes } from './me-routes.ts'
import { phraseRoutes } from './phrase-routes.ts'
import { placeRoutes } from './place-routes.ts'
import { createPresence } from './presence.ts'
import { queueRoutes } from './queue-routes.ts'
import { deskStream } from './stream.ts'
import { talkRoutes } from './talk-routes.ts'
import { transferRoutes } from './transfer-routes.ts'

/** The adviser's desk as JSON, under /api/desk. */
export function deskApi(app: App, gate: Gate): void {
  const presence = createPresence(gate.clock)
  meRoutes(app, gate)
  queueRoutes(app, gate)
  caseRoutes(app, gate)
  talkRoutes(app, gate, presence)
  transferRoutes(app, gate)
  phraseRoutes(app, gate)
  placeRoutes(app, gate)
  attachRoutes(app, gate)
  deskStream(app, gate, presence)
}
