import type { Instant } from '../../../core/time.ts'
import type { Studio } from '../../ports/studio.ts'
import { decideReleases } from './decide-releases.ts'
import { editDocuments } from './edit-documents.ts'
import type { StudioParts } from './ground.ts'

/** The verbs of the studio over its documents. */
export function createStudio(parts: StudioParts & { readonly now: () => Instant }): Studio {
  return { ...editDocuments(parts), ...decideReleases(parts) }
}
