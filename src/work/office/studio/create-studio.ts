import type { Instant } from '../../../core/time.ts'
import type { Studio } from '../../ports/studio.ts'
import type { Usage } from '../../ports/usage.ts'
import { decideReleases } from './decide-releases.ts'
import { editDocuments } from './edit-documents.ts'
import type { StudioParts } from './ground.ts'
import { readUsage } from './read-usage.ts'
import { rehearse } from './rehearse.ts'

/** The verbs of the studio over its documents. */
export function createStudio(
  parts: StudioParts & { readonly now: () => Instant; readonly usage: Usage },
): Studio {
  return {
    ...editDocuments(parts),
    ...decideReleases(parts),
    ...readUsage(parts),
    ...rehearse(parts),
  }
}
