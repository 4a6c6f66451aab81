import { assessmentNow } from '../../../core/casework/assessment-course.ts'
import { AssessmentsView } from '../../../core/contract/office/household-assessments.ts'
import { TimelineView } from '../../../core/contract/office/household-timeline.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, iso, OfHousehold } from './frame.ts'
import { timelineOf } from './household-timeline-view.ts'

/** How a household fared, and all that happened. */
export function householdHistoryRoutes(app: App, gate: Gate): void {
  const { households, file } = gate.office
  const path = '/api/office/households/:household'

  const course = { ...frame, params: OfHousehold, response: gives(AssessmentsView) }
  app.get(`${path}/assessments`, { schema: course }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const steps = await file.course(staff, request.params.household)
    return {
      now: assessmentNow(steps)?.id ?? null,
      steps: steps.map(({ at, points, indicators, ...step }) => ({
        ...{ ...step, at: iso(at), points: [points[0], points[1]] as [number, number] },
        indicators: indicators.map(({ code, name, value }) => ({ code, name, value })),
      })),
    }
  })

  const timeline = { ...frame, params: OfHousehold, response: gives(TimelineView) }
  app.get(`${path}/timeline`, { schema: timeline }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { household } = request.params
    const events = await households.eventsOf(staff, household)
    const changes = await households.changesOf(staff, household)
    return { lines: timelineOf(events, changes, gate) }
  })
}
