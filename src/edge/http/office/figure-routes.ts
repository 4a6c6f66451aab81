import { FiguresAsked, FiguresView } from '../../../core/contract/office/figures.ts'
import { problem } from '../../../core/errors.ts'
import { addDays, shanghai } from '../../../core/time.ts'
import type { PlaceFigures } from '../../../work/ports/figures.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives } from './frame.ts'

/** Days that are counted when nobody says which. */
const WEEK = 7

/** Days that are counted at most. */
const MOST = 366

/** Figures of a week by street or committee (看板): counts only, nobody's name. */
export function figureRoutes(app: App, gate: Gate): void {
  const schema = { ...frame, querystring: FiguresAsked, response: gives(FiguresView) }
  app.get('/api/office/figures', { schema }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { day: today } = shanghai(gate.clock())
    const { to = today, from = addDays(to, 1 - WEEK), street } = request.query
    if (from > to || addDays(from, MOST) < to) throw problem('bad_request', { field: 'from' })
    const found = await gate.office.figures.read(staff, { from, to, street: street || null })
    const named = ({ place, ...figures }: PlaceFigures) => {
      const code = place ?? ''
      return { ...figures, code, name: gate.placeName(code) ?? null }
    }
    return {
      ...{ from, to, by: found.by },
      places: found.places.map(named),
      all: found.all && named(found.all),
    }
  })
}
