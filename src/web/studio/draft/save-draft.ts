import type { z } from 'zod'
import type { DraftConflict, SavedDraft } from '../../../core/contract/studio/documents.ts'
import { isFailure, put } from '../../shared/api/call.ts'
import { documentPath } from '../api/documents.ts'

/** What somebody else saved in between. */
export type Other = NonNullable<z.infer<typeof DraftConflict>['other']>

type Given = { readonly text: string; readonly version: number }

/** Saves over the version that was read; with another one nothing is written, and the other is given. */
export async function saveDraft(
  path: string,
  given: Given,
): Promise<z.infer<typeof SavedDraft> | { readonly other: Other }> {
  try {
    return await put<z.infer<typeof SavedDraft>>(documentPath(path), given)
  } catch (error) {
    const { other } = (isFailure(error) ? error.trouble : {}) as z.infer<typeof DraftConflict>
    if (isFailure(error) && error.status === 409 && other) return { other }
    throw error
  }
}
