import type { Studio } from '../../ports/studio.ts'
import type { Usage } from '../../ports/usage.ts'
import type { StudioParts } from './ground.ts'
import { mustRead } from './may.ts'

/** How the steps of a flow are used (数据). */
export function readUsage({
  usage,
  documents,
}: StudioParts & { readonly usage: Usage }): Pick<Studio, 'usage' | 'wordings'> {
  return {
    usage: async (staff, query) => {
      await mustRead(documents, staff)
      const [sums, choices] = await Promise.all([
        usage.sums(staff, query),
        usage.choices(staff, query.flow),
      ])
      return { sums, choices }
    },
    wordings: async (staff, query) => {
      await mustRead(documents, staff)
      return usage.wordings(staff, query)
    },
  }
}
