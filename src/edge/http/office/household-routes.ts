import { z } from 'zod'
import {
  HouseholdsFound,
  HouseholdView,
  SetAdviser,
} from '../../../core/contract/office/household.ts'
import { SilentView } from '../../../core/contract/office/silent.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, iso, mustAct, nothing, OfHousehold, troubles } from './frame.ts'
import { householdBenefitRoutes } from './household-benefit-routes.ts'
import { householdExportRoutes } from './household-export-routes.ts'
import { householdHistoryRoutes } from './household-history-routes.ts'
import { householdJoiningRoutes } from './household-joining-routes.ts'
import { householdMemberRoutes } from './household-member-routes.ts'
import { householdNeedRoutes } from './household-need-routes.ts'
import { householdPaperRoutes } from './household-paper-routes.ts'
import { householdView } from './household-view.ts'
import { briefOf } from './visit-views.ts'

/** Finding and opening the file of a household (一户一档). */
export function householdRoutes(app: App, gate: Gate): void {
  const { households, file } = gate.office

  const find = { ...frame, querystring: Typed, response: gives(HouseholdsFound) }
  app.get('/api/office/households', { schema: find }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const found = await households.findHouseholds(staff, request.query.q)
    return { households: found.map((head) => householdView(head, gate)) }
  })

  const silent = { ...frame, response: gives(SilentView) }
  app.get('/api/office/silent', { schema: silent }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const found = await file.silent(staff)
    return {
      households: found.map(({ head, served, heard }) => ({
        ...{ household: briefOf(head, gate), served },
        heard: heard === null ? null : iso(heard),
      })),
    }
  })

  const open = { ...frame, params: OfHousehold, response: gives(HouseholdView) }
  app.get('/api/office/households/:household', { schema: open }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    return householdView(await households.openHousehold(staff, request.params.household), gate)
  })

  const adviser = {
    ...{ ...frame, params: OfHousehold, body: SetAdviser },
    response: { 204: nothing, ...troubles },
  }
  app.post(
    '/api/office/households/:household/adviser',
    { schema: adviser },
    async (request, reply) => {
      const { staff } = await mustAct(request, gate)
      await households.setAdviser(staff, request.params.household, request.body.adviser)
      return reply.code(204).send(null)
    },
  )

  householdMemberRoutes(app, gate)
  householdHistoryRoutes(app, gate)
  householdNeedRoutes(app, gate)
  householdBenefitRoutes(app, gate)
  householdPaperRoutes(app, gate)
  householdJoiningRoutes(app, gate)
  householdExportRoutes(app, gate)
}

const Typed = z.strictObject({
  q: z.string().trim().min(1).max(60).describe('Number, name, or the last four digits of a phone.'),
})
