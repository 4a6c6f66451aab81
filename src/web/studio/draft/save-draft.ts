import type { z } from 'zod'
import type { DraftConflict, SavedDraft } from '../../../core/contract/studio/documents.ts'
import { isFailure, post, put } from '../../shared/api/call.ts'
import { documentPath } from '../api/documents.ts'

/** What somebody else saved in between. */
export type Other = NonNullable<z.infer<typeof DraftConflict>['other']>

type Saved = z.infer<typeof SavedDraft> | { readonly other: Other }

type Given = { readonly text: string; readonly version: number }

/** Saves over the version that was read; with another one nothing is written, and the other is given. */
export const saveDraft = (path: string, given: Given): Promise<Saved> =>
  orOther(put(documentPath(path), given))

/** The draft is gone from the list; what is published stays. */
export const putAwayDraft = (path: string, version: number): Promise<Saved> =>
  orOther(post(`/api/studio/document/put-away?path=${encodeURIComponent(path)}`, { version }))

/** Begins the draft of a document that has none; false when somebody has begun one. */
export async function beginDraft(path: string, text: string): Promise<boolean> {
  const saved = await saveDraft(path, { text, version: 0 })
  if (!('other' in saved)) return true
  const { other } = saved
  if (other.text !== null) return false
  // A draft of this name was put away once: its versions go on from there.
  return !('other' in (await saveDraft(path, { text, version: other.version })))
}

async function orOther(saving: Promise<z.infer<typeof SavedDraft>>): Promise<Saved> {
  try {
    return await saving
  } catch (error) {
    const { other } = (isFailure(error) ? error.trouble : {}) as z.infer<typeof DraftConflict>
    if (isFailure(error) && error.status === 409 && other) return { other }
    throw error
  }
}
