import type { Change, Findings } from '../../ports/documents.ts'
import { changed, type Ground, type StudioParts } from './ground.ts'

/**
 * What the checks find with these changes on top. A warning that stands in what is in force as well is marked as
 * known: it was looked at when it came, and whoever changes one word is not asked for it again.
 */
export async function lookAt(
  { files }: StudioParts,
  ground: Ground,
  changes: readonly Pick<Change, 'path' | 'after'>[],
  { talks }: { readonly talks: boolean },
): Promise<Findings> {
  const found = await files.check(changed(ground.texts, changes), {
    ...{ talks, changed: changes.map(({ path }) => path) },
  })
  if (!found.problems.some(({ level }) => level === 'warning')) return found
  const before = await files.check(ground.texts, { talks: false, changed: [] })
  const known = new Set(before.problems.map(({ key }) => key))
  const problems = found.problems.map((each) =>
    each.level === 'warning' && known.has(each.key) ? { ...each, known: true } : each,
  )
  return { ...found, problems }
}
