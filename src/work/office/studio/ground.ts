import type { Actor, Change, DocumentFiles, Documents, OverlayText } from '../../ports/documents.ts'

/** What the verbs of the studio stand on. */
export type StudioParts = { readonly documents: Documents; readonly files: DocumentFiles }

/** The documents as they are in force. */
export type Ground = {
  readonly shipped: ReadonlyMap<string, string>
  /** Number of the release in force; 0 = the files as shipped. */
  readonly number: number
  readonly overlay: readonly OverlayText[]
  readonly texts: ReadonlyMap<string, string>
}

export async function readGround({ documents, files }: StudioParts, who: Actor): Promise<Ground> {
  const [shipped, { number, texts: overlay }] = await Promise.all([
    files.shipped(),
    documents.published(who),
  ])
  return { shipped, number, overlay, texts: overlaid(shipped, overlay) }
}

export function overlaid(
  shipped: ReadonlyMap<string, string>,
  overlay: readonly OverlayText[],
): ReadonlyMap<string, string> {
  return new Map([...shipped, ...overlay.map(({ path, text }) => [path, text] as const)])
}

/** The texts with changes on top; null takes a document away. */
export function changed(
  texts: ReadonlyMap<string, string>,
  changes: readonly Pick<Change, 'path' | 'after'>[],
): ReadonlyMap<string, string> {
  const next = new Map(texts)
  for (const { path, after } of changes) {
    if (after === null) next.delete(path)
    else next.set(path, after)
  }
  return next
}

/** Whether every document is still what it was when the change was submitted. */
export const isFresh = ({ texts }: Ground, changes: readonly Change[]): boolean =>
  changes.every(({ path, before }) => (texts.get(path) ?? null) === before)

/** The overlay with changes on top: a text that is as shipped needs none. */
export function nextOverlay(
  { shipped, overlay }: Ground,
  changes: readonly Change[],
  hash: DocumentFiles['hash'],
): readonly OverlayText[] {
  const touched = new Set(changes.map(({ path }) => path))
  const added = changes.flatMap(({ path, after }) => {
    const file = shipped.get(path)
    if (after === null || after === file) return []
    return [{ path, text: after, shippedHash: file === undefined ? null : hash(file) }]
  })
  return [...overlay.filter(({ path }) => !touched.has(path)), ...added]
}

/** Texts in force that were made from another shipped file than the one that is there now. */
export function conflictsIn(
  { shipped, overlay }: Ground,
  hash: DocumentFiles['hash'],
): ReadonlySet<string> {
  const differs = overlay.filter(({ path, shippedHash }) => {
    const file = shipped.get(path)
    return (file === undefined ? null : hash(file)) !== shippedHash
  })
  return new Set(differs.map(({ path }) => path))
}
