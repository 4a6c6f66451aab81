import type { Staff } from '../../../core/people/role.ts'
import type { Actor } from '../../ports/documents.ts'
import type { Carried } from '../../ports/studio.ts'
import { readGround, type StudioParts } from './ground.ts'
import { mustWrite } from './may.ts'

/** Every document as it is in force, by path, to be written to files. */
export async function textsInForce(
  parts: StudioParts,
  who: Actor,
): Promise<ReadonlyMap<string, string>> {
  return (await readGround(parts, who)).texts
}

/** Files that differ from what is in force become drafts; nothing is in force before two people say so. */
export async function importTexts(
  parts: StudioParts,
  staff: Staff,
  files: ReadonlyMap<string, string>,
): Promise<Carried> {
  const { documents } = parts
  await mustWrite(documents, staff, [...files.keys()])
  const [{ texts }, all] = await Promise.all([readGround(parts, staff), documents.drafts(staff)])
  const drafts = new Map(all.map((draft) => [draft.path, draft]))
  const drafted: string[] = []
  const conflicts: string[] = []
  for (const [path, text] of files) {
    const draft = drafts.get(path)
    if (text === (draft?.text ?? texts.get(path))) continue
    const isOpen = draft !== undefined && draft.text !== null
    const saved = isOpen
      ? { saved: false }
      : await documents.saveDraft(staff, { path, text, version: draft?.version ?? 0 })
    if (saved.saved) drafted.push(path)
    else conflicts.push(path)
  }
  return { drafted, conflicts }
}
