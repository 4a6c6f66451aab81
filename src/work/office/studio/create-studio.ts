import type { Carrying } from '../../ports/carrying.ts'
import type { Studio } from '../../ports/studio.ts'
import type { Usage } from '../../ports/usage.ts'
import { carryFlows } from './carry-flows.ts'
import { decideReleases } from './decide-releases.ts'
import { editDocuments } from './edit-documents.ts'
import { type ForesightParts, foreseeRelease } from './foresee-release.ts'
import { giveRights } from './give-rights.ts'
import { readUsage } from './read-usage.ts'
import { rehearse } from './rehearse.ts'
import { replayRelease } from './replay-release.ts'
import { type StandInParts, standIn } from './stand-in.ts'

/** The verbs of the studio over its documents. */
export function createStudio(
  parts: ForesightParts & StandInParts & { readonly usage: Usage; readonly carrying: Carrying },
): Studio {
  return {
    ...editDocuments(parts),
    ...decideReleases(parts),
    ...giveRights(parts),
    ...readUsage(parts),
    ...carryFlows(parts),
    ...rehearse(parts),
    ...standIn(parts),
    ...foreseeRelease(parts),
    ...replayRelease(parts),
  }
}
