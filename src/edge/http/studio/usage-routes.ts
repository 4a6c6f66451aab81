import { AskUsage, AskWordings, Usage, Wordings } from '../../../core/contract/studio/usage.ts'
import { publishedWording } from '../../../core/dialog/usage/compare-wordings.ts'
import { publishedCounts } from '../../../core/dialog/usage/published-counts.ts'
import { mustSignIn } from '../console/session.ts'
import type { App } from '../parts.ts'
import { frame, gives } from './frame.ts'
import type { StudioGate } from './studio-api.ts'

/** How the steps of a flow are used: counts only as they may be told. */
export function usageRoutes(app: App, gate: StudioGate): void {
  const { studio, placeName } = gate
  const ask = { ...frame, querystring: AskUsage, response: gives(Usage) }
  app.get('/api/studio/usage', { schema: ask }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { sums, choices } = await studio.usage(staff, request.query)
    return {
      lines: sums.map(({ step, group, ...counts }) => ({
        step,
        group,
        ...publishedCounts(counts),
      })),
      choices: {
        ...choices,
        streets: choices.streets.map((code) => ({ code, name: placeName(code) ?? code })),
      },
    }
  })

  const tried = { ...frame, querystring: AskWordings, response: gives(Wordings) }
  app.get('/api/studio/wordings', { schema: tried }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const sums = await studio.wordings(staff, request.query)
    const lines = sums.map(({ step, wording, text, ...counts }) => ({
      ...{ step, wording, text },
      ...publishedWording(counts),
    }))
    return { lines }
  })
}
